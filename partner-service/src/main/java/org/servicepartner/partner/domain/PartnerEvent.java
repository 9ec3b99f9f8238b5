package org.servicepartner.partner.domain;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;
import org.servicepartner.platform.personaldata.PersonalData;

/** What has happened to a service partner, as it is stored. */
public sealed interface PartnerEvent {
    /** @param email the address that was asked; whose it is shows later */
    @EventName("partner.invited.v1")
    record Invited(
            String partnerId, @PersonalData(of = "email") String email, List<String> missingSteps, Instant invitedAt)
            implements PartnerEvent {}

    @EventName("partner.onboarding-advanced.v1")
    record OnboardingAdvanced(String partnerId, String completedStep, List<String> missingSteps, Instant advancedAt)
            implements PartnerEvent {}

    @EventName("partner.personal-details-given.v1")
    record PersonalDetailsGiven(
            String partnerId,
            String userId,
            @PersonalData(of = "userId") String firstName,
            @PersonalData(of = "userId") String lastName,
            Instant givenAt)
            implements PartnerEvent {}

    /** Company and representative are what the contract says, and as lasting. */
    @EventName("partner.nda-signed.v1")
    record NdaSigned(
            String partnerId,
            String version,
            String language,
            String documentHash,
            String signedDocumentHash,
            String companyName,
            String street,
            String zipCity,
            String representative,
            String signedBy,
            @PersonalData(of = "signedBy") @Nullable String signerEmail,
            @PersonalData(of = "signedBy") @Nullable String signerName,
            List<String> missingSteps,
            Instant signedAt)
            implements PartnerEvent {}

    @EventName("partner.nda-outdated.v1")
    record NdaOutdated(
            String partnerId,
            String signedVersion,
            String currentVersion,
            List<String> missingSteps,
            Instant outdatedAt)
            implements PartnerEvent {}

    @EventName("partner.details-changed.v1")
    record DetailsChanged(String partnerId, String teamName, String teamEmail, Instant changedAt)
            implements PartnerEvent {}
}
