package org.servicepartner.partner.integration.published;

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

    record PartnerDetailsChanged(String partnerId, String teamName, String teamEmail) implements PublishedPartnerEvent {
        static final String TYPE = "servicepartner.partner.details-changed.v1";
    }
}
