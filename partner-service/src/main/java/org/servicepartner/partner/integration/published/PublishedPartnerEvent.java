package org.servicepartner.partner.integration.published;

import java.time.Instant;
import java.util.List;

/** The data of what this service publishes on {@code servicepartner.partners.v1}. */
sealed interface PublishedPartnerEvent {
    record PartnerInvited(String partnerId, String email, List<String> missingSteps) implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.invited.v1";
    }

    record PartnerOnboardingAdvanced(String partnerId, String completedStep, List<String> missingSteps)
            implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.onboarding-advanced.v1";
    }

    record PartnerPersonalDetailsGiven(
            String partnerId, String userId, String firstName, String lastName, Instant givenAt)
            implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.personal-details-given.v1";
    }

    record PartnerNdaSigned(
            String partnerId,
            String version,
            String language,
            String documentHash,
            String signedDocumentHash,
            String companyName,
            String representative,
            String signedBy,
            Instant signedAt,
            List<String> missingSteps)
            implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.nda-signed.v1";
    }

    record PartnerNdaOutdated(
            String partnerId, String signedVersion, String currentVersion, List<String> missingSteps, Instant at)
            implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.nda-outdated.v1";
    }

    record PartnerDetailsChanged(String partnerId, String teamName, String teamEmail) implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.details-changed.v1";
    }
}
