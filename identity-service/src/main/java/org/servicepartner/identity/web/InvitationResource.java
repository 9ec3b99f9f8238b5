package org.servicepartner.identity.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.login.PasswordRule;
import org.servicepartner.identity.view.InvitationEntry;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** What somebody with an open invitation sees before registering. */
@Schema(name = "Invitation", description = "What the link is for")
record InvitationResource(
        @Schema(format = "email", description = "The address to log in with", requiredMode = REQUIRED)
        String email,

        @Schema(
                allowableValues = {"ADMIN", "TECHNICIAN"},
                requiredMode = REQUIRED)
        String role,

        @Schema(
                description =
                        "FIRST_ADMIN of a partner that a mobility provider has asked for, or COLLEAGUE of its admins",
                allowableValues = {"FIRST_ADMIN", "COLLEAGUE"},
                requiredMode = REQUIRED)
        String kind,

        @Nullable String firstName,

        @Nullable String lastName,

        @Schema(description = "The mobility provider that has asked; only for FIRST_ADMIN") @Nullable
        String providerName,

        @Schema(description = "The fleet it has asked for; only for FIRST_ADMIN") @Nullable
        String fleetName,

        @Schema(description = "The admin who invites; only for COLLEAGUE") @Nullable
        String invitedBy,

        @Schema(description = "Until when the link can be used", requiredMode = REQUIRED)
        Instant expiresAt,

        @Schema(description = "What the password has to be like; missing if that is not known at the moment") @Nullable
        List<PasswordRuleResource> passwordRules) {
    static InvitationResource of(InvitationEntry invitation, List<PasswordRule> rules) {
        return new InvitationResource(
                invitation.email(),
                invitation.role(),
                invitation.kind(),
                invitation.firstName(),
                invitation.lastName(),
                invitation.providerName(),
                invitation.fleetName(),
                invitation.invitedBy(),
                invitation.expiresAt(),
                rules.isEmpty()
                        ? null
                        : rules.stream()
                                .map(rule -> new PasswordRuleResource(rule.rule(), rule.value()))
                                .toList());
    }

    /** One rule for passwords. */
    @Schema(name = "PasswordRule", description = "One rule for passwords")
    record PasswordRuleResource(
            @Schema(
                    allowableValues = {
                        "length",
                        "maxLength",
                        "digits",
                        "lowerCase",
                        "upperCase",
                        "specialChars",
                        "notUsername",
                        "notContainsUsername",
                        "notEmail"
                    },
                    requiredMode = REQUIRED)
            String rule,

            @Schema(description = "How many; missing if the rule does not count") @Nullable
            Integer value) {}
}
