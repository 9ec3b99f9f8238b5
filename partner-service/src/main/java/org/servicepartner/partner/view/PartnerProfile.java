package org.servicepartner.partner.view;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/**
 * A service partner as it is now.
 *
 * @param teamName null until the partner has given itself a name
 * @param teamEmail the invited address until the partner names another one
 * @param missingSteps of the onboarding, in the order in which they come
 * @param nda null until the partner has signed one
 */
@Schema(description = "A service partner as it is now")
public record PartnerProfile(
        @Schema(format = "uuid", requiredMode = REQUIRED) String partnerId,

        @Schema(description = "Null until the team has given itself a name") @Nullable
        String teamName,

        @Schema(
                format = "email",
                description = "The invited address until the team names another one",
                requiredMode = REQUIRED)
        String teamEmail,

        @Schema(
                description =
                        "What is left of the onboarding, in order: REGISTRATION, TEAM_DETAILS, PERSONAL_DETAILS, NDA",
                requiredMode = REQUIRED)
        List<String> missingSteps,

        @Schema(description = "Absent until an NDA is signed") @Nullable
        SignedNda nda) {}
