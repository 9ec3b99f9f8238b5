package org.servicepartner.identity.integration.consumed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Our copy of {@code servicepartner.partner.personal-details-given.v1}: an admin has given the own name during onboarding. */
public record PersonalDetailsGiven(UUID partnerId, UUID userId, String firstName, String lastName, Instant givenAt) {
    public static final String TYPE = "servicepartner.partner.personal-details-given.v1";

    /** @throws MessageRejectedException if a member is missing or not of its form */
    public static PersonalDetailsGiven of(InboundMessage message) {
        Data data = Json.read(message, Data.class, "personal details");
        return new PersonalDetailsGiven(
                Json.required("partnerId", data.partnerId),
                Json.required("userId", data.userId),
                Json.required("firstName", data.firstName),
                Json.required("lastName", data.lastName),
                Json.required("givenAt", data.givenAt));
    }

    private record Data(
            @Nullable UUID partnerId,
            @Nullable UUID userId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Instant givenAt) {}
}
