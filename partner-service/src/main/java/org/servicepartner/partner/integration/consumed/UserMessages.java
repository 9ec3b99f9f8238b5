package org.servicepartner.partner.integration.consumed;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.partner.view.Users;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/**
 * Hears of admins who register, whose an address is, and copies who loses or gets back that role: a message counts once, so one
 * consumer hears all.
 */
public final class UserMessages implements InboundHandler {
    public static final String ERASED = "servicepartner.user.erased.v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Users users;
    private final PersonalDataKeys keys;
    private final InboundHandler whenRegistered;

    public UserMessages(Users users, PersonalDataKeys keys, InboundHandler whenRegistered) {
        this.users = users;
        this.keys = keys;
        this.whenRegistered = whenRegistered;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.user.role-changed.v1", "servicepartner.user.removed.v1" -> {
                Changed user = read(message);
                yield new Reaction.Update(
                        () -> users.changed(user.userId(), "ADMIN".equals(user.role()), message.sequence()));
            }
            case "servicepartner.user.invited.v1" -> {
                Changed user = read(message);
                yield address(user.userId(), user.email());
            }
            case UserActivated.TYPE -> {
                UserActivated user = UserActivated.of(message);
                yield new Reaction.Several(
                        List.of(address(user.userId(), user.email()), whenRegistered.reactionTo(message)));
            }
            default -> new Reaction.Nothing();
        };
    }

    private Reaction address(@Nullable UUID userId, @Nullable String email) {
        return userId == null || email == null
                ? new Reaction.Nothing()
                : new Reaction.Update(() -> keys.belongsTo(userId.toString(), email));
    }

    private static Changed read(InboundMessage message) {
        Changed changed;
        try {
            changed = JSON.readValue(message.data(), Changed.class);
        } catch (JacksonException e) {
            throw new MessageRejectedException("MALFORMED_DATA", "The data is not the JSON of a user");
        }
        if (changed == null || changed.userId == null) {
            throw new MessageRejectedException("MISSING_FIELD", "userId must be given");
        }
        return changed;
    }

    /** @param role missing of who was removed */
    private record Changed(
            @Nullable UUID userId,
            @Nullable String role,
            @Nullable String email) {}
}
