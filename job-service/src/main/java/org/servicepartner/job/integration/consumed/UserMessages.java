package org.servicepartner.job.integration.consumed;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

import org.servicepartner.job.domain.TechnicianCommand;
import org.servicepartner.job.view.Admins;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** What identity-service says about users: whether they may see jobs, and what they are called. */
public class UserMessages implements InboundHandler {
    public static final String ERASED = "servicepartner.user.erased.v1";

    private static final ObjectReader READER = Json.readerFor(News.class);

    private final UserNames names;
    private final Admins admins;
    private final Clock clock;

    public UserMessages(UserNames names, Admins admins, Clock clock) {
        this.names = names;
        this.admins = admins;
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (message.sequence() < 0) {
            throw new MessageRejectedException("MISSING_SEQUENCE", "The header ce_sequence is missing");
        }
        return switch (message.type()) {
            case "servicepartner.user.activated.v1" -> activated(Json.read(READER, message), message.sequence());
            case "servicepartner.user.role-changed.v1" -> roleChanged(Json.read(READER, message), message.sequence());
            case "servicepartner.user.removed.v1" -> removed(Json.read(READER, message), message.sequence());
            case "servicepartner.user.renamed.v1" -> isCalled(Json.read(READER, message), message.sequence());
            default -> new Reaction.Nothing();
        };
    }

    private Reaction activated(News news, long version) {
        boolean named = news.firstName != null || news.lastName != null;
        return named
                ? new Reaction.Several(List.of(hasRole(news, version), isCalled(news, version)))
                : hasRole(news, version);
    }

    private Reaction hasRole(News news, long version) {
        return "TECHNICIAN".equals(news.role) ? maySeeJobs(news, version) : mayNotSeeJobs(news, version);
    }

    private Reaction roleChanged(News news, long version) {
        boolean admin = "ADMIN".equals(news.role);
        return new Reaction.Several(List.of(hasRole(news, version), isAdmin(news, admin, version)));
    }

    private Reaction removed(News news, long version) {
        return new Reaction.Several(List.of(mayNotSeeJobs(news, version), isAdmin(news, false, version)));
    }

    private Reaction maySeeJobs(News news, long version) {
        return new Reaction.Command(
                news.userId,
                new TechnicianCommand.NoteMaySeeJobs(news.userId, news.partnerId, version, clock.instant()));
    }

    private Reaction mayNotSeeJobs(News news, long version) {
        return new Reaction.Command(
                news.userId,
                new TechnicianCommand.NoteMayNotSeeJobs(news.userId, news.partnerId, version, clock.instant()));
    }

    private Reaction isAdmin(News news, boolean admin, long version) {
        return new Reaction.Update(() -> admins.note(news.userId, admin, version));
    }

    private Reaction isCalled(News news, long version) {
        return new Reaction.Update(() -> names.note(news.userId, news.firstName, news.lastName, version));
    }

    record News(
            String userId,
            String partnerId,
            @Nullable String role,
            @Nullable String firstName,
            @Nullable String lastName) {
        News {
            Json.require("userId", userId);
            Json.require("partnerId", partnerId);
        }
    }
}
