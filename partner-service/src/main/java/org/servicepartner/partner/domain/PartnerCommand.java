package org.servicepartner.partner.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What one can ask of a service partner. */
public sealed interface PartnerCommand {
    /** Makes an address known as a partner; a partner that is known already stays as it is. */
    record InvitePartner(@TargetAggregateIdentifier String partnerId, String email, Instant at)
            implements PartnerCommand {}

    /** Completes the next step of the onboarding; a step that is completed already stays so. */
    record CompleteStep(@TargetAggregateIdentifier String partnerId, OnboardingStep step, Instant at)
            implements PartnerCommand {}

    record ChangeDetails(@TargetAggregateIdentifier String partnerId, String teamName, String teamEmail, Instant at)
            implements PartnerCommand {}
}
