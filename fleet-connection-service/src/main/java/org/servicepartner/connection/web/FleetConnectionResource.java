package org.servicepartner.connection.web;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.connection.domain.ConnectionState;
import org.servicepartner.connection.view.ConnectionView;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FleetConnection",
        description = "The request of a mobility provider to look after one fleet, and what became of it.")
record FleetConnectionResource(
        @Schema(requiredMode = REQUIRED, description = "Id given by FleetControl.")
        UUID connectionId,

        @Schema(requiredMode = REQUIRED, example = "fleet-7")
        String fleetId,

        @Schema(requiredMode = REQUIRED, example = "City Cars North")
        String fleetName,

        @Schema(requiredMode = REQUIRED, description = "Who asked.", example = "City Cars")
        String providerName,

        @Schema(description = "Whom to ask about the request.", format = "email") @Nullable
        String providerContactEmail,

        @Schema(
                requiredMode = REQUIRED,
                description =
                        "Only PENDING ones can be accepted or declined, only ACCEPTED ones deleted. The other states are final.")
        ConnectionState state,

        @Schema(
                requiredMode = REQUIRED,
                description = "Whether technicians may change what the provider filled in for a job.")
        boolean overrideAllowed,

        @Schema(requiredMode = REQUIRED) Instant requestedAt,

        @Schema(requiredMode = REQUIRED, description = "Until when the request could or can be accepted.")
        Instant expiresAt,

        @Schema(description = "When it was accepted or declined.") @Nullable
        Instant decidedAt,

        @Schema(description = "Id of the user who accepted or declined.") @Nullable
        String decidedBy,

        @Schema(description = "When it was deleted or withdrawn, or ran out.") @Nullable
        Instant endedAt,

        @Schema(description = "Id of the user who deleted it.") @Nullable
        String endedBy) {
    static FleetConnectionResource of(ConnectionView connection) {
        return new FleetConnectionResource(
                connection.connectionId(),
                connection.fleetId(),
                connection.fleetName(),
                connection.providerName(),
                connection.providerContactEmail(),
                connection.state(),
                connection.overrideAllowed(),
                connection.requestedAt(),
                connection.expiresAt(),
                connection.decidedAt(),
                connection.decidedBy(),
                connection.endedAt(),
                connection.endedBy());
    }
}
