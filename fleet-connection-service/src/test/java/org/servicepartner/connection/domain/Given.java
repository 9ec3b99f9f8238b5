package org.servicepartner.connection.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;

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

/** The people and moments of the examples: City Cars asks Alpine Fitters on a Monday, and Alice answers. */
public final class Given {
    public static final String FLEET = "fleet-7";
    public static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    public static final String ALICE = "a0000000-0000-4000-8000-0000000000a1";
    public static final String FIRST = "11111111-0000-4000-8000-000000000001";
    public static final String SECOND = "22222222-0000-4000-8000-000000000002";
    public static final String MESSAGE = "0d6cf1c8-5f4e-4c7e-9f53-3b5d2d0c8a11";
    public static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    public static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    public static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    public static final Duration WEEK = Duration.ofDays(7);
    public static final Instant NEXT_MONDAY = MONDAY.plus(WEEK);

    static final String PAIR = PairId.of(FLEET, PARTNER);

    private Given() {}

    static AggregateTestFixture<FleetConnection> fixture() {
        return new AggregateTestFixture<>(FleetConnection.class);
    }

    static RequestConnection request(String connectionId, Instant at) {
        return request(connectionId, "City Cars North", at);
    }

    static RequestConnection request(String connectionId, String fleetName, Instant at) {
        return request(connectionId, FLEET, fleetName, at);
    }

    static RequestConnection request(String connectionId, String fleetId, String fleetName, Instant at) {
        return new RequestConnection(
                PAIR,
                MESSAGE,
                connectionId,
                fleetId,
                fleetName,
                "City Cars",
                "fleet@city-cars.example",
                PARTNER,
                "alice@alpine-fitters.example",
                true,
                false,
                "de",
                at,
                at.plus(WEEK));
    }

    static WithdrawConnection withdraw(String connectionId, Instant at) {
        return new WithdrawConnection(PAIR, MESSAGE, connectionId, FLEET, at);
    }

    static AcceptConnection accept(String connectionId, Instant at, String... missingSteps) {
        return new AcceptConnection(PAIR, connectionId, List.of(missingSteps), ALICE, at);
    }

    static DeclineConnection decline(String connectionId, Instant at) {
        return new DeclineConnection(PAIR, connectionId, ALICE, at);
    }

    static DeleteConnection delete(String connectionId, Instant at) {
        return new DeleteConnection(PAIR, connectionId, ALICE, at);
    }

    static ExpireConnection expire(String connectionId, Instant now) {
        return new ExpireConnection(PAIR, connectionId, now);
    }

    public static Requested requested(String connectionId, Instant at) {
        return new Requested(
                connectionId,
                FLEET,
                PARTNER,
                "City Cars North",
                "City Cars",
                "fleet@city-cars.example",
                "alice@alpine-fitters.example",
                true,
                false,
                "de",
                at,
                at.plus(WEEK));
    }

    public static Accepted accepted(String connectionId, Instant at) {
        return new Accepted(connectionId, FLEET, PARTNER, false, ALICE, at);
    }

    public static Declined declined(String connectionId, Instant at) {
        return new Declined(connectionId, FLEET, PARTNER, ALICE, at);
    }

    public static Deleted deleted(String connectionId, Instant at) {
        return new Deleted(
                connectionId, FLEET, PARTNER, "City Cars North", "City Cars", "fleet@city-cars.example", ALICE, at);
    }

    public static Expired expired(String connectionId, Instant at) {
        return new Expired(connectionId, FLEET, PARTNER, at);
    }

    public static Withdrawn withdrawn(String connectionId, Instant at) {
        return new Withdrawn(connectionId, FLEET, PARTNER, at);
    }

    public static RequestRefused requestRefused(String connectionId, String reason) {
        return new RequestRefused(
                connectionId,
                FLEET,
                MESSAGE,
                reason,
                RequestRefusal.valueOf(reason).detail());
    }

    public static WithdrawalRefused withdrawalRefused(String connectionId, String reason) {
        return new WithdrawalRefused(
                connectionId,
                FLEET,
                MESSAGE,
                reason,
                WithdrawalRefusal.valueOf(reason).detail());
    }
}
