package org.servicepartner.partner.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What one can ask of a service partner. A step of the onboarding that is completed already stays as it is. */
public sealed interface PartnerCommand {
    /** Makes an address known as a partner; a partner that is known already stays as it is. */
    record InvitePartner(@TargetAggregateIdentifier String partnerId, String email, Instant at)
            implements PartnerCommand {}

    /** An admin has registered. That may be heard before the invitation is: then it makes the partner known as well. */
    record CompleteRegistration(@TargetAggregateIdentifier String partnerId, String adminEmail, Instant at)
            implements PartnerCommand {}

    record GiveTeamDetails(@TargetAggregateIdentifier String partnerId, String teamName, String teamEmail, Instant at)
            implements PartnerCommand {}

    record GivePersonalDetails(
            @TargetAggregateIdentifier String partnerId, String userId, String firstName, String lastName, Instant at)
            implements PartnerCommand {}

    record SignNda(
            @TargetAggregateIdentifier String partnerId, NdaEdition edition, Company company, Signer signer, Instant at)
            implements PartnerCommand {}

    /** Asks for a new signature if the one there is belongs to an older version. */
    record AskForNewNda(@TargetAggregateIdentifier String partnerId, String currentVersion, Instant at)
            implements PartnerCommand {}

    record ChangeDetails(@TargetAggregateIdentifier String partnerId, String teamName, String teamEmail, Instant at)
            implements PartnerCommand {}
}
