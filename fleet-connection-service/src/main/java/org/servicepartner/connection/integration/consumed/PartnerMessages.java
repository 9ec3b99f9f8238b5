package org.servicepartner.connection.integration.consumed;

import java.util.List;
import java.util.UUID;

import org.servicepartner.connection.view.Partners;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** Copies what partner-service says: addresses, and what is missing of the onboarding. */
public class PartnerMessages implements InboundHandler {
    private final Partners partners;

    public PartnerMessages(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.partner.invited.v1" -> {
                Invited event = Tolerantly.read(message, Invited.class);
                yield new Reaction.Update(() -> partners.invited(
                        event.partnerId(),
                        Tolerantly.address(event.email()),
                        event.missingSteps(),
                        message.sequence()));
            }
            case "servicepartner.partner.onboarding-advanced.v1", "servicepartner.partner.nda-outdated.v1" -> {
                OnboardingChanged event = Tolerantly.read(message, OnboardingChanged.class);
                yield new Reaction.Update(
                        () -> partners.onboardingChanged(event.partnerId(), event.missingSteps(), message.sequence()));
            }
            default -> new Reaction.Nothing();
        };
    }

    private record Invited(UUID partnerId, String email, List<String> missingSteps) {}

    private record OnboardingChanged(UUID partnerId, List<String> missingSteps) {}
}
