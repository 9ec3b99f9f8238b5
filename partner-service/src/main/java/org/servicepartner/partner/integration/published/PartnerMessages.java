package org.servicepartner.partner.integration.published;

import org.servicepartner.partner.domain.PartnerEvent;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerDetailsChanged;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerInvited;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerOnboardingAdvanced;
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
            case DetailsChanged changed ->
                message(
                        event,
                        PartnerDetailsChanged.TYPE,
                        new PartnerDetailsChanged(changed.partnerId(), changed.teamName(), changed.teamEmail()));
        };
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
