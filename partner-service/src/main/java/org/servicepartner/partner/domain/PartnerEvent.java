package org.servicepartner.partner.domain;

import java.time.Instant;
import java.util.List;

import org.servicepartner.platform.eventstore.EventName;

/** What has happened to a service partner, as it is stored. */
public sealed interface PartnerEvent {
    @EventName("partner.invited.v1")
    record Invited(String partnerId, String email, List<String> missingSteps, Instant invitedAt)
            implements PartnerEvent {}

    @EventName("partner.onboarding-advanced.v1")
    record OnboardingAdvanced(String partnerId, String completedStep, List<String> missingSteps, Instant advancedAt)
            implements PartnerEvent {}

    @EventName("partner.details-changed.v1")
    record DetailsChanged(String partnerId, String teamName, String teamEmail, Instant changedAt)
            implements PartnerEvent {}
}
