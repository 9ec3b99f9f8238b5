package org.servicepartner.partner.integration.published;

import org.servicepartner.partner.domain.PartnerEvent;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.NdaOutdated;
import org.servicepartner.partner.domain.PartnerEvent.NdaSigned;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.partner.domain.PartnerEvent.PersonalDetailsGiven;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerDetailsChanged;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerInvited;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerNdaOutdated;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerNdaSigned;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerOnboardingAdvanced;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerPersonalDetailsGiven;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.OutboundMessage;

/** From stored events to messages for others. */
final class PartnerMessages {
    private PartnerMessages() {}

    static OutboundMessage of(RecordedEvent event) {
        return switch ((PartnerEvent) event.payload()) {
            case Invited invited ->
                message(
                        event,
                        PartnerInvited.TYPE,
                        new PartnerInvited(invited.partnerId(), invited.email(), invited.missingSteps()));
            case OnboardingAdvanced advanced ->
                message(
                        event,
                        PartnerOnboardingAdvanced.TYPE,
                        new PartnerOnboardingAdvanced(
                                advanced.partnerId(), advanced.completedStep(), advanced.missingSteps()));
            case PersonalDetailsGiven given ->
                message(
                        event,
                        PartnerPersonalDetailsGiven.TYPE,
                        new PartnerPersonalDetailsGiven(
                                given.partnerId(),
                                given.userId(),
                                given.firstName(),
                                given.lastName(),
                                given.givenAt()));
            case NdaSigned signed -> message(event, PartnerNdaSigned.TYPE, of(signed));
            case NdaOutdated outdated ->
                message(
                        event,
                        PartnerNdaOutdated.TYPE,
                        new PartnerNdaOutdated(
                                outdated.partnerId(),
                                outdated.signedVersion(),
                                outdated.currentVersion(),
                                outdated.missingSteps(),
                                outdated.outdatedAt()));
            case DetailsChanged changed ->
                message(
                        event,
                        PartnerDetailsChanged.TYPE,
                        new PartnerDetailsChanged(changed.partnerId(), changed.teamName(), changed.teamEmail()));
        };
    }

    private static PartnerNdaSigned of(NdaSigned signed) {
        return new PartnerNdaSigned(
                signed.partnerId(),
                signed.version(),
                signed.language(),
                signed.documentHash(),
                signed.signedDocumentHash(),
                signed.companyName(),
                signed.representative(),
                signed.signedBy(),
                signed.signedAt(),
                signed.missingSteps());
    }

    private static OutboundMessage message(RecordedEvent event, String type, PublishedPartnerEvent data) {
        return new OutboundMessage(
                PartnerPublisher.TOPIC,
                event.aggregateId(),
                event.eventId(),
                type,
                event.aggregateId(),
                event.recordedAt(),
                event.sequence(),
                data,
                event.metadata());
    }
}
