package org.servicepartner.job.integration.consumed;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

import org.servicepartner.job.domain.TechnicianCommand;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** What identity-service says about users; only whether they may see jobs matters here. */
public class UserMessages implements InboundHandler {
    private static final ObjectReader READER = Json.readerFor(News.class);

    private final Clock clock;

    public UserMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (message.sequence() < 0) {
            throw new MessageRejectedException("MISSING_SEQUENCE", "The header ce_sequence is missing");
        }
        return switch (message.type()) {
            case "servicepartner.user.activated.v1", "servicepartner.user.role-changed.v1" -> hasRole(message);
            case "servicepartner.user.removed.v1" -> mayNotSeeJobs(Json.read(READER, message), message.sequence());
            default -> new Reaction.Nothing();
        };
    }

    private Reaction hasRole(InboundMessage message) {
        News news = Json.read(READER, message);
        if (!"TECHNICIAN".equals(news.role)) {
            return mayNotSeeJobs(news, message.sequence());
        }
        return new Reaction.Command(
                news.userId,
                new TechnicianCommand.NoteMaySeeJobs(news.userId, news.partnerId, message.sequence(), clock.instant()));
    }

    private Reaction mayNotSeeJobs(News news, long version) {
        return new Reaction.Command(
                news.userId,
                new TechnicianCommand.NoteMayNotSeeJobs(news.userId, news.partnerId, version, clock.instant()));
    }

    record News(String userId, String partnerId, @Nullable String role) {
        News {
            Json.require("userId", userId);
            Json.require("partnerId", partnerId);
        }
    }
}
