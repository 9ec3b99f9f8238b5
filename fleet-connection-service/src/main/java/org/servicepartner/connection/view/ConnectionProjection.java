package org.servicepartner.connection.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.servicepartner.connection.domain.ConnectionState;
import org.servicepartner.connection.domain.FleetConnectionEvent;
import org.servicepartner.connection.domain.FleetConnectionEvent.Accepted;
import org.servicepartner.connection.domain.FleetConnectionEvent.Declined;
import org.servicepartner.connection.domain.FleetConnectionEvent.Deleted;
import org.servicepartner.connection.domain.FleetConnectionEvent.Expired;
import org.servicepartner.connection.domain.FleetConnectionEvent.RequestRefused;
import org.servicepartner.connection.domain.FleetConnectionEvent.Requested;
import org.servicepartner.connection.domain.FleetConnectionEvent.WithdrawalRefused;
import org.servicepartner.connection.domain.FleetConnectionEvent.Withdrawn;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** Keeps {@code connection_view}: one statement for all new requests of a batch, one for all changes. */
@Component
class ConnectionProjection implements Projection {
    private static final String INSERT = """
            insert into connection_view
                (position, pair_id, connection_id, fleet_id, partner_id, fleet_name, provider_name, provider_contact_email,
                 override_allowed, state, requested_at, expires_at)
            select position, pair_id, connection_id, fleet_id, partner_id, fleet_name, provider_name, provider_contact_email,
                   override_allowed, 'PENDING', requested_at, expires_at
            from unnest(?::bigint[], ?::varchar[], ?::uuid[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[],
                        ?::boolean[], ?::timestamptz[], ?::timestamptz[])
                as requested (position, pair_id, connection_id, fleet_id, partner_id, fleet_name, provider_name,
                              provider_contact_email, override_allowed, requested_at, expires_at)
            """;

    private static final String UPDATE = """
            update connection_view connection
            set state = change.state,
                decided_at = coalesce(change.decided_at, connection.decided_at),
                decided_by = coalesce(change.decided_by, connection.decided_by),
                ended_at = coalesce(change.ended_at, connection.ended_at),
                ended_by = coalesce(change.ended_by, connection.ended_by)
            from unnest(?::uuid[], ?::varchar[], ?::timestamptz[], ?::varchar[], ?::timestamptz[], ?::varchar[])
                as change (connection_id, state, decided_at, decided_by, ended_at, ended_by)
            where connection.connection_id = change.connection_id
            """;

    private final JdbcClient jdbc;

    ConnectionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "connection-view";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        List<NewRow> requested = new ArrayList<>();
        Map<String, Change> changed = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            FleetConnectionEvent event = (FleetConnectionEvent) recorded.payload();
            if (event instanceof Requested request) {
                requested.add(new NewRow(recorded.index(), recorded.aggregateId(), request));
            } else {
                Change change = change(event);
                if (change != null) {
                    changed.merge(event.connectionId(), change, Change::then);
                }
            }
        }
        insert(requested);
        update(new ArrayList<>(changed.entrySet()));
    }

    private static @Nullable Change change(FleetConnectionEvent event) {
        return switch (event) {
            case Accepted e -> Change.decided(ConnectionState.ACCEPTED, e.acceptedAt(), e.acceptedBy());
            case Declined e -> Change.decided(ConnectionState.DECLINED, e.declinedAt(), e.declinedBy());
            case Deleted e -> Change.ended(ConnectionState.DELETED, e.deletedAt(), e.deletedBy());
            case Expired e -> Change.ended(ConnectionState.EXPIRED, e.expiredAt(), null);
            case Withdrawn e -> Change.ended(ConnectionState.WITHDRAWN, e.withdrawnAt(), null);
            case Requested e -> null;
            case RequestRefused e -> null;
            case WithdrawalRefused e -> null;
        };
    }

    private void insert(List<NewRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .params(
                        array(rows, NewRow::position, Long[]::new),
                        array(rows, NewRow::pairId, String[]::new),
                        array(rows, row -> row.request().connectionId(), String[]::new),
                        array(rows, row -> row.request().fleetId(), String[]::new),
                        array(rows, row -> row.request().partnerId(), String[]::new),
                        array(rows, row -> row.request().fleetName(), String[]::new),
                        array(rows, row -> row.request().providerName(), String[]::new),
                        array(rows, row -> row.request().providerContactEmail(), String[]::new),
                        array(rows, row -> row.request().overrideAllowed(), Boolean[]::new),
                        array(rows, row -> text(row.request().requestedAt()), String[]::new),
                        array(rows, row -> text(row.request().expiresAt()), String[]::new))
                .update();
    }

    private void update(List<Map.Entry<String, Change>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(UPDATE)
                .params(
                        array(rows, Map.Entry::getKey, String[]::new),
                        array(rows, row -> row.getValue().state().name(), String[]::new),
                        array(rows, row -> text(row.getValue().decidedAt()), String[]::new),
                        array(rows, row -> row.getValue().decidedBy(), String[]::new),
                        array(rows, row -> text(row.getValue().endedAt()), String[]::new),
                        array(rows, row -> row.getValue().endedBy(), String[]::new))
                .update();
    }

    private static <R, T> Object array(
            List<R> rows, Function<R, ? extends @Nullable T> column, java.util.function.IntFunction<T[]> type) {
        return rows.stream().map(column).toArray(type);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from connection_view").update();
    }

    private record NewRow(long position, String pairId, Requested request) {}

    private record Change(
            ConnectionState state,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {
        static Change decided(ConnectionState state, Instant at, String by) {
            return new Change(state, at, by, null, null);
        }

        static Change ended(ConnectionState state, Instant at, @Nullable String by) {
            return new Change(state, null, null, at, by);
        }

        Change then(Change later) {
            return later.decidedAt() != null
                    ? later
                    : new Change(later.state(), decidedAt, decidedBy, later.endedAt(), later.endedBy());
        }
    }
}
