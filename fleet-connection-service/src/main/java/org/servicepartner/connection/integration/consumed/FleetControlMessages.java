package org.servicepartner.connection.integration.consumed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.servicepartner.connection.domain.FleetConnectionCommand.RequestConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.WithdrawConnection;
import org.servicepartner.connection.domain.PairId;
import org.servicepartner.connection.domain.WithdrawUnknownConnection;
import org.servicepartner.connection.integration.consumed.FleetControlMessage.ConnectionRequested;
import org.servicepartner.connection.integration.consumed.FleetControlMessage.ConnectionWithdrawn;
import org.servicepartner.connection.view.Connections;
import org.servicepartner.connection.view.Partners;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/** Turns what FleetControl says about connections into commands. */
public class FleetControlMessages implements InboundHandler {
    private final Connections connections;
    private final Partners partners;
    private final PersonalDataKeys keys;
    private final Duration requestValidity;
    private final Clock clock;

    public FleetControlMessages(
            Connections connections, Partners partners, PersonalDataKeys keys, Duration requestValidity, Clock clock) {
        this.connections = connections;
        this.partners = partners;
        this.keys = keys;
        this.requestValidity = requestValidity;
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (FleetControlMessage.of(message)) {
            case ConnectionRequested requested -> request(message.id(), requested);
            case ConnectionWithdrawn withdrawn -> withdraw(message.id(), withdrawn);
        };
    }

    /** A connection id that is known already goes to the pair it is known for, which can tell a repetition from a mistake. */
    private Reaction request(String messageId, ConnectionRequested requested) {
        Optional<UUID> known = partners.under(requested.partnerEmail());
        String partnerId =
                known.orElseGet(() -> idOfNewPartner(requested.partnerEmail())).toString();
        String pairId =
                connections.pairOf(requested.connectionId()).orElseGet(() -> PairId.of(requested.fleetId(), partnerId));
        Instant now = now();
        return new Reaction.Command(
                pairId,
                new RequestConnection(
                        pairId,
                        messageId,
                        requested.connectionId(),
                        requested.fleetId(),
                        requested.fleetName(),
                        requested.providerName(),
                        requested.providerContactEmail(),
                        partnerId,
                        requested.partnerEmail(),
                        known.isPresent(),
                        requested.overrideAllowed(),
                        requested.language(),
                        now,
                        now.plus(requestValidity)));
    }

    /** The request may be in the same poll and not stored yet: only when all before it is stored is a connection unknown for good. */
    private Reaction withdraw(String messageId, ConnectionWithdrawn withdrawn) {
        return connections
                .pairOf(withdrawn.connectionId())
                .<Reaction>map(pairId -> new Reaction.Command(
                        pairId,
                        new WithdrawConnection(
                                pairId, messageId, withdrawn.connectionId(), withdrawn.fleetId(), now())))
                .orElseGet(() -> new Reaction.InTurn(new Reaction.Command(
                        withdrawn.connectionId(),
                        new WithdrawUnknownConnection(withdrawn.connectionId(), messageId, withdrawn.fleetId()))));
    }

    /** The same for every request to one address, so that two requests at once make one partner; it does not tell the address. */
    private UUID idOfNewPartner(String email) {
        return keys.idFor("partner:" + email);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
