package org.servicepartner.connection.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.servicepartner.connection.domain.ConnectionState;

/** Looks connections up. A request that is past its time counts as expired, whether or not that has been recorded yet. */
@Repository
public class Connections {
    private static final String SELECT = """
            select * from (
                select connection_id, position, pair_id, fleet_id, partner_id, fleet_name, provider_name, provider_contact_email,
                       override_allowed, requested_at, expires_at, decided_at, decided_by, ended_by,
                       case when state = 'PENDING' and expires_at <= :now then 'EXPIRED' else state end as state,
                       case when state = 'PENDING' and expires_at <= :now then expires_at else ended_at end as ended_at
                from connection_view) connection
            """;

    private final JdbcClient jdbc;

    Connections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The partner's connections, newest first, from before the given position. */
    public List<ConnectionView> ofPartner(
            String partnerId, @Nullable ConnectionState state, long before, int limit, Instant now) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and position < :before and (:state::varchar is null or state = :state)
                order by position desc limit :limit
                """)
                .param("now", utc(now))
                .param("partnerId", partnerId)
                .param("before", before)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(Connections::read)
                .list();
    }

    /** The connection, if it is one of the partner's. */
    public Optional<ConnectionView> ofPartner(String partnerId, UUID connectionId, Instant now) {
        return jdbc.sql(SELECT + "where partner_id = :partnerId and connection_id = :connectionId")
                .param("now", utc(now))
                .param("partnerId", partnerId)
                .param("connectionId", connectionId)
                .query(Connections::read)
                .optional();
    }

    /** The pair of fleet and partner that the connection id belongs to. */
    public Optional<String> pairOf(String connectionId) {
        return jdbc.sql("select pair_id from connection_view where connection_id = :connectionId")
                .param("connectionId", UUID.fromString(connectionId))
                .query(String.class)
                .optional();
    }

    /** Some of the requests that are still pending though their time is over. */
    public List<DueRequest> due(Instant now, int limit) {
        return jdbc.sql("""
                select pair_id, connection_id from connection_view where state = 'PENDING' and expires_at <= :now
                order by expires_at limit :limit
                """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> new DueRequest(row.getString("pair_id"), row.getString("connection_id")))
                .list();
    }

    /** A request that nobody answered in time. */
    public record DueRequest(String pairId, String connectionId) {}

    private static ConnectionView read(ResultSet row, int number) throws SQLException {
        return new ConnectionView(
                row.getObject("connection_id", UUID.class),
                row.getLong("position"),
                row.getString("pair_id"),
                row.getString("fleet_id"),
                row.getString("fleet_name"),
                row.getString("provider_name"),
                row.getString("provider_contact_email"),
                row.getBoolean("override_allowed"),
                ConnectionState.valueOf(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                instant(row, "ended_at"),
                row.getString("ended_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
