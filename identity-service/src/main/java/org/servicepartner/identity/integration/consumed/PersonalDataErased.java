package org.servicepartner.identity.integration.consumed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Our copy of {@code servicepartner.personal-data.erased.v1}: a service has nothing of the person any more. */
public record PersonalDataErased(UUID userId, UUID erasureId, String service, Instant erasedAt) {
    public static final String TYPE = "servicepartner.personal-data.erased.v1";

    /** @throws MessageRejectedException if a member is missing or not of its form */
    public static PersonalDataErased of(InboundMessage message) {
        Data data = Json.read(message, Data.class, "an erasure");
        return new PersonalDataErased(
                Json.required("subject", data.subject),
                Json.required("erasureId", data.erasureId),
                Json.required("service", data.service),
                Json.required("erasedAt", data.erasedAt));
    }

    private record Data(
            @Nullable UUID subject,
            @Nullable UUID erasureId,
            @Nullable String service,
            @Nullable Instant erasedAt) {}
}
