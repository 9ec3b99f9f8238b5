package org.servicepartner.connection.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.servicepartner.connection.domain.FleetConnectionCommand.ExpireConnection;
import org.servicepartner.connection.view.Connections;
import org.servicepartner.connection.view.Connections.DueRequest;
import org.servicepartner.platform.eventstore.EventMetadata;

/** Records that nobody answered in time. Every replica may do it at once: a request ends only once. */
@Component
class WhenARequestIsDueThenExpireIt {
    private static final Logger LOG = LoggerFactory.getLogger(WhenARequestIsDueThenExpireIt.class);
    private static final int AT_ONCE = 500;

    private final Connections connections;
    private final CommandGateway commands;
    private final Clock clock;

    WhenARequestIsDueThenExpireIt(Connections connections, CommandGateway commands, Clock clock) {
        this.connections = connections;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${servicepartner.connections.expiry-check-interval}")
    void expireDueRequests() {
        Instant now = clock.instant();
        for (DueRequest due : connections.due(now, AT_ONCE)) {
            try {
                commands.sendAndWait(GenericCommandMessage.asCommandMessage(
                                new ExpireConnection(due.pairId(), due.connectionId(), now))
                        .withMetaData(Map.of(
                                EventMetadata.CORRELATION_ID,
                                due.connectionId(),
                                EventMetadata.ACTOR,
                                "system:request-expiry")));
            } catch (RuntimeException e) {
                LOG.warn("Connection {} is still to be expired; the next round tries again", due.connectionId(), e);
            }
        }
    }
}
