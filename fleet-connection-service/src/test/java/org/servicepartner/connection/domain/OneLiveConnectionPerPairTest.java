package org.servicepartner.connection.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.connection.domain.Given.*;

/** Whatever is asked in whatever order: a pair has at most one live connection, and what is over stays over. */
class OneLiveConnectionPerPairTest {
    private static final int COMMANDS = 60;
    private static final int CONNECTION_IDS = 5;
    private static final Configuration AXON = DefaultConfigurer.defaultConfiguration()
            .configureAggregate(FleetConnection.class)
            .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
            .start();

    @AfterAll
    static void stop() {
        AXON.shutdown();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsForEveryOrderOfCommands(long seed) {
        Random random = new Random(seed);
        String partner = "partner-" + seed;
        List<Object> asked = new ArrayList<>();
        Instant now = MONDAY;
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(60)));
            Object command = command(random, partner, now);
            asked.add(command);
            try {
                AXON.commandGateway().sendAndWait(command);
            } catch (ConnectionRefusedException | AggregateNotFoundException refused) {
                asked.add(refused.toString());
            }
        }
        check(
                AXON.eventStore()
                        .readEvents(PairId.of(FLEET, partner))
                        .asStream()
                        .map(event -> (FleetConnectionEvent) event.getPayload())
                        .toList(),
                asked);
    }

    private static Object command(Random random, String partner, Instant now) {
        String pair = PairId.of(FLEET, partner);
        String id = "%08d-0000-4000-8000-000000000000".formatted(random.nextInt(CONNECTION_IDS));
        return switch (random.nextInt(8)) {
            case 0, 1 -> request(pair, partner, id, "City Cars North", now);
            case 2 -> request(pair, partner, id, "Another name", now);
            case 3 -> new WithdrawConnection(pair, MESSAGE, id, FLEET, now);
            case 4 -> new AcceptConnection(pair, id, random.nextInt(4) == 0 ? List.of("NDA") : List.of(), ALICE, now);
            case 5 -> new DeclineConnection(pair, id, ALICE, now);
            case 6 -> new DeleteConnection(pair, id, ALICE, now);
            default -> new ExpireConnection(pair, id, now);
        };
    }

    private static RequestConnection request(String pair, String partner, String id, String fleetName, Instant now) {
        return new RequestConnection(
                pair,
                MESSAGE,
                id,
                FLEET,
                fleetName,
                "City Cars",
                null,
                partner,
                "alice@alpine-fitters.example",
                true,
                false,
                "en",
                now,
                now.plus(WEEK));
    }

    private static void check(List<FleetConnectionEvent> events, List<Object> asked) {
        Map<String, ConnectionState> states = new LinkedHashMap<>();
        for (FleetConnectionEvent event : events) {
            ConnectionState before = states.get(event.connectionId());
            switch (event) {
                case Requested e ->
                    assertThat(before).as("%s after %s", e, asked).isNull();
                case Accepted e ->
                    assertThat(before).as("%s after %s", e, asked).isEqualTo(ConnectionState.PENDING);
                case Declined e ->
                    assertThat(before).as("%s after %s", e, asked).isEqualTo(ConnectionState.PENDING);
                case Expired e -> assertThat(before).as("%s after %s", e, asked).isEqualTo(ConnectionState.PENDING);
                case Withdrawn e ->
                    assertThat(before).as("%s after %s", e, asked).isEqualTo(ConnectionState.PENDING);
                case Deleted e -> assertThat(before).as("%s after %s", e, asked).isEqualTo(ConnectionState.ACCEPTED);
                case RequestRefused e -> {}
                case WithdrawalRefused e -> {}
            }
            switch (event) {
                case Requested e -> states.put(e.connectionId(), ConnectionState.PENDING);
                case Accepted e -> states.put(e.connectionId(), ConnectionState.ACCEPTED);
                case Declined e -> states.put(e.connectionId(), ConnectionState.DECLINED);
                case Expired e -> states.put(e.connectionId(), ConnectionState.EXPIRED);
                case Withdrawn e -> states.put(e.connectionId(), ConnectionState.WITHDRAWN);
                case Deleted e -> states.put(e.connectionId(), ConnectionState.DELETED);
                case RequestRefused e -> {}
                case WithdrawalRefused e -> {}
            }
            assertThat(states.values().stream().filter(ConnectionState::isLive)).hasSizeLessThanOrEqualTo(1);
        }
    }
}
