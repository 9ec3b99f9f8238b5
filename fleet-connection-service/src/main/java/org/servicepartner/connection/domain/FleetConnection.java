package org.servicepartner.connection.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import org.servicepartner.connection.domain.ConnectionRefusedException.Reason;
import org.servicepartner.connection.domain.FleetConnectionCommand.AcceptConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.DeclineConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.DeleteConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.ExpireConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.RequestConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.WithdrawConnection;
import org.servicepartner.connection.domain.FleetConnectionEvent.Accepted;
import org.servicepartner.connection.domain.FleetConnectionEvent.Declined;
import org.servicepartner.connection.domain.FleetConnectionEvent.Deleted;
import org.servicepartner.connection.domain.FleetConnectionEvent.Expired;
import org.servicepartner.connection.domain.FleetConnectionEvent.RequestRefused;
import org.servicepartner.connection.domain.FleetConnectionEvent.Requested;
import org.servicepartner.connection.domain.FleetConnectionEvent.WithdrawalRefused;
import org.servicepartner.connection.domain.FleetConnectionEvent.Withdrawn;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** All connections, one after the other, between one fleet and one partner. At most one of them is live. */
@Aggregate
class FleetConnection {
    @AggregateIdentifier
    private @Nullable String pairId;

    private @Nullable Requested latest;
    private final Map<String, ConnectionState> states = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RequestConnection command) {
        expireIfDue(command.requestedAt());
        ConnectionState known = states.get(command.connectionId());
        if (known != null && !known.isLive()) {
            refuse(command, RequestRefusal.CONNECTION_FINISHED);
        } else if (known != null && !repeatsTheLatest(command)) {
            refuse(command, RequestRefusal.CONNECTION_ID_TAKEN);
        } else if (known == null && hasLiveConnection()) {
            refuse(command, RequestRefusal.PAIR_ALREADY_CONNECTED);
        } else if (known == null) {
            apply(new Requested(
                    command.connectionId(),
                    command.fleetId(),
                    command.partnerId(),
                    command.fleetName(),
                    command.providerName(),
                    command.providerContactEmail(),
                    command.partnerEmail(),
                    command.partnerKnown(),
                    command.overrideAllowed(),
                    command.language(),
                    command.requestedAt(),
                    command.expiresAt()));
        }
    }

    @EventSourcingHandler
    void evolve(Requested event) {
        pairId = PairId.of(event.fleetId(), event.partnerId());
        latest = event;
        states.put(event.connectionId(), ConnectionState.PENDING);
    }

    @CommandHandler
    void decide(WithdrawConnection command) {
        expireIfDue(command.withdrawnAt());
        ConnectionState state = states.get(command.connectionId());
        if (!latest.fleetId().equals(command.fleetId())) {
            refuse(command, WithdrawalRefusal.ANOTHER_FLEET);
        } else if (state == ConnectionState.ACCEPTED) {
            refuse(command, WithdrawalRefusal.CONNECTION_ACCEPTED);
        } else if (state == ConnectionState.PENDING) {
            apply(new Withdrawn(command.connectionId(), latest.fleetId(), latest.partnerId(), command.withdrawnAt()));
        } else if (state != ConnectionState.WITHDRAWN) {
            refuse(command, WithdrawalRefusal.CONNECTION_FINISHED);
        }
    }

    @EventSourcingHandler
    void evolve(Withdrawn event) {
        states.put(event.connectionId(), ConnectionState.WITHDRAWN);
    }

    @CommandHandler
    void decide(AcceptConnection command) {
        if (stateOf(command) == ConnectionState.ACCEPTED) {
            return;
        }
        mustBePending(command, command.acceptedAt());
        if (!command.missingOnboardingSteps().isEmpty()) {
            throw new ConnectionRefusedException(Reason.ONBOARDING_INCOMPLETE, command.missingOnboardingSteps());
        }
        apply(new Accepted(
                command.connectionId(),
                latest.fleetId(),
                latest.partnerId(),
                latest.overrideAllowed(),
                command.acceptedBy(),
                command.acceptedAt()));
    }

    @EventSourcingHandler
    void evolve(Accepted event) {
        states.put(event.connectionId(), ConnectionState.ACCEPTED);
    }

    @CommandHandler
    void decide(DeclineConnection command) {
        if (stateOf(command) == ConnectionState.DECLINED) {
            return;
        }
        mustBePending(command, command.declinedAt());
        apply(new Declined(
                command.connectionId(),
                latest.fleetId(),
                latest.partnerId(),
                command.declinedBy(),
                command.declinedAt()));
    }

    @EventSourcingHandler
    void evolve(Declined event) {
        states.put(event.connectionId(), ConnectionState.DECLINED);
    }

    @CommandHandler
    void decide(DeleteConnection command) {
        ConnectionState state = stateOf(command);
        if (state == ConnectionState.DELETED) {
            return;
        }
        if (state != ConnectionState.ACCEPTED) {
            throw new ConnectionRefusedException(Reason.NOT_ACCEPTED);
        }
        apply(new Deleted(
                command.connectionId(),
                latest.fleetId(),
                latest.partnerId(),
                latest.fleetName(),
                latest.providerName(),
                latest.providerContactEmail(),
                command.deletedBy(),
                command.deletedAt()));
    }

    @EventSourcingHandler
    void evolve(Deleted event) {
        states.put(event.connectionId(), ConnectionState.DELETED);
    }

    @CommandHandler
    void decide(ExpireConnection command) {
        if (isLatest(command)) {
            expireIfDue(command.now());
        }
    }

    @EventSourcingHandler
    void evolve(Expired event) {
        states.put(event.connectionId(), ConnectionState.EXPIRED);
    }

    private void expireIfDue(Instant now) {
        if (isDue(now)) {
            apply(new Expired(latest.connectionId(), latest.fleetId(), latest.partnerId(), latest.expiresAt()));
        }
    }

    private boolean isDue(Instant now) {
        return latest != null
                && states.get(latest.connectionId()) == ConnectionState.PENDING
                && !now.isBefore(latest.expiresAt());
    }

    private boolean hasLiveConnection() {
        return latest != null && states.get(latest.connectionId()).isLive();
    }

    private boolean isLatest(FleetConnectionCommand command) {
        return latest != null && latest.connectionId().equals(command.connectionId());
    }

    private boolean repeatsTheLatest(RequestConnection command) {
        return new Requested(
                        command.connectionId(),
                        command.fleetId(),
                        latest.partnerId(),
                        command.fleetName(),
                        command.providerName(),
                        command.providerContactEmail(),
                        command.partnerEmail(),
                        latest.partnerKnown(),
                        command.overrideAllowed(),
                        command.language(),
                        latest.requestedAt(),
                        latest.expiresAt())
                .equals(latest);
    }

    private ConnectionState stateOf(FleetConnectionCommand command) {
        ConnectionState state = states.get(command.connectionId());
        if (state == null) {
            throw new ConnectionRefusedException(Reason.UNKNOWN_CONNECTION);
        }
        return state;
    }

    private void mustBePending(FleetConnectionCommand command, Instant now) {
        ConnectionState state = stateOf(command);
        if (state == ConnectionState.EXPIRED || isLatest(command) && isDue(now)) {
            throw new ConnectionRefusedException(Reason.REQUEST_EXPIRED);
        }
        if (state != ConnectionState.PENDING) {
            throw new ConnectionRefusedException(Reason.NOT_PENDING);
        }
    }

    private static void refuse(RequestConnection command, RequestRefusal refusal) {
        apply(new RequestRefused(
                command.connectionId(), command.fleetId(), command.messageId(), refusal.name(), refusal.detail()));
    }

    private static void refuse(WithdrawConnection command, WithdrawalRefusal refusal) {
        apply(new WithdrawalRefused(
                command.connectionId(), command.fleetId(), command.messageId(), refusal.name(), refusal.detail()));
    }
}
