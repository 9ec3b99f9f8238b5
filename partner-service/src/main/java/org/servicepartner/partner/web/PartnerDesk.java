package org.servicepartner.partner.web;

import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

import org.servicepartner.partner.domain.PartnerCommand;
import org.servicepartner.partner.domain.PartnerRefusal;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.security.Caller;

/** What the controllers share: the caller's own partner, and commands to it in the caller's name. */
public final class PartnerDesk {
    private final PartnerView partners;
    private final CommandGateway commands;

    public PartnerDesk(PartnerView partners, CommandGateway commands) {
        this.partners = partners;
        this.commands = commands;
    }

    PartnerProfile profile(Caller caller) {
        return partners.profile(caller.tenantId()).orElseThrow(Refusals::partnerNotFound);
    }

    /** Gives the command to the caller's partner and shows the partner after it. */
    PartnerProfile send(PartnerCommand command, Caller caller) {
        profile(caller);
        try {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                    .withMetaData(Map.of(EventMetadata.ACTOR, "user:" + caller.userId())));
        } catch (PartnerRefusal refusal) {
            throw Refusals.of(refusal);
        }
        return profile(caller);
    }
}
