package org.servicepartner.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import org.servicepartner.platform.time.Rfc3339;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Appends all events of a transaction with one statement, under a lock that makes index order equal commit order.
 *
 * <p>Why not the framework's JDBC engine: its tokens track gaps, its inserts are one row each, and its column types are not readable in psql.
 */
final class PostgresEventStorageEngine extends AbstractEventStorageEngine {
    /** Any number will do as long as nothing else in the same database locks it. */
    private static final long APPEND_LOCK = 4_711;

    /** PostgreSQL says so when another replica has given the aggregate an event of the same number. */
    private static final String UNIQUE_VIOLATION = "23505";

    static final String CHANNEL = "domain_event";

    /** Both commands go to the database together; the second one sees what was committed before the lock was given. */
    private static final String LOCK_AND_APPEND = """
            select pg_advisory_xact_lock(?), pg_notify(?, ?);
            insert into domain_event
                (event_id, aggregate_type, aggregate_id, sequence_number, event_type, recorded_at, payload, metadata)
            select * from unnest(?::varchar[], ?::varchar[], ?::varchar[], ?::bigint[], ?::varchar[], ?::timestamptz[], ?::json[], ?::json[])
            returning global_index, (select coalesce(max(global_index), 0) from domain_event)
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final EventLog log;
    private final EventCodec codec;
    private final Consumer<List<RecordedEvent>> inSameTransaction;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.dataSource = builder.dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.log = builder.log;
        this.codec = builder.codec;
        this.inSameTransaction = builder.inSameTransaction;
    }

    static PostgresEventStorageEngine create(
            DataSource dataSource,
            Serializer eventSerializer,
            EventLog log,
            EventCodec codec,
            Consumer<List<RecordedEvent>> inSameTransaction) {
        Builder builder = new Builder(dataSource, log, codec, inSameTransaction);
        builder.eventSerializer(eventSerializer);
        builder.snapshotSerializer(eventSerializer);
        return new PostgresEventStorageEngine(builder);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        Assert.state(
                TransactionSynchronizationManager.isActualTransactionActive(),
                "Events are appended only within a transaction: without one the lock would not last until the commit");
        List<RecordedEvent> written = events.stream()
                .map(event -> codec.write((DomainEventMessage<?>) event))
                .toList();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        List<RecordedEvent> recorded = new ArrayList<>(written.size());
        long previous = 0;
        try (PreparedStatement append = connection.prepareStatement(LOCK_AND_APPEND)) {
            bind(connection, append, written);
            append.execute();
            append.getMoreResults();
            try (ResultSet indexes = append.getResultSet()) {
                for (RecordedEvent event : written) {
                    indexes.next();
                    recorded.add(codec.indexed(event, indexes.getLong(1)));
                    previous = indexes.getLong(2);
                }
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new ConcurrencyException("Somebody else has changed the same at the same moment", e);
            }
            handlePersistenceException(e, events.getFirst());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        inSameTransaction.accept(recorded);
        announceAfterCommit(previous, recorded);
    }

    /** Under the append lock nothing can come between the event before and these, so they continue the log without a gap. */
    private void announceAfterCommit(long previous, List<RecordedEvent> recorded) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                log.committed(previous, recorded);
            }
        });
    }

    /** Waits until no other transaction appends; then no other one can until this transaction ends. */
    void lockAppends() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(APPEND_LOCK).query().singleRow();
    }

    private void bind(Connection connection, PreparedStatement append, List<RecordedEvent> events) throws SQLException {
        int n = events.size();
        String[][] text = new String[7][n];
        Long[] sequences = new Long[n];
        for (int i = 0; i < n; i++) {
            RecordedEvent event = events.get(i);
            text[0][i] = event.eventId();
            text[1][i] = event.aggregateType();
            text[2][i] = event.aggregateId();
            sequences[i] = event.sequence();
            text[3][i] = event.type();
            text[4][i] = Rfc3339.text(event.recordedAt());
            text[5][i] = new String(event.payloadJson(), UTF_8);
            text[6][i] = new String(event.metadataJson(), UTF_8);
        }
        append.setLong(1, APPEND_LOCK);
        append.setString(2, CHANNEL);
        append.setString(3, log.replica());
        append.setArray(4, connection.createArrayOf("varchar", text[0]));
        append.setArray(5, connection.createArrayOf("varchar", text[1]));
        append.setArray(6, connection.createArrayOf("varchar", text[2]));
        append.setArray(7, connection.createArrayOf("bigint", sequences));
        for (int column = 3; column < text.length; column++) {
            append.setArray(column + 5, connection.createArrayOf("varchar", text[column]));
        }
    }

    /** Of all types; a repository takes those of its own. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequence) {
        return log.ofAggregates(aggregateId, firstSequence).stream().map(PostgresEventStorageEngine::entry);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(TrackingToken token, boolean mayBlock) {
        return log.after(indexOf(token)).stream().map(PostgresEventStorageEngine::tracked);
    }

    static TrackedEventData<?> tracked(RecordedEvent event) {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(event.index()), entry(event));
    }

    static long indexOf(TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    static DomainEventData<?> entry(RecordedEvent event) {
        return new GenericDomainEventEntry<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.eventId(),
                event.recordedAt(),
                event.type(),
                null,
                event.payloadJson(),
                event.metadataJson());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("Aggregates here have few events; none takes snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return Stream.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return jdbc.sql("select max(sequence_number) from domain_event where aggregate_id = ?")
                .param(aggregateId)
                .query((row, n) -> Optional.ofNullable((Long) row.getObject(1)))
                .single();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(log.headAt(instant));
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {
        private final DataSource dataSource;
        private final EventLog log;
        private final EventCodec codec;
        private final Consumer<List<RecordedEvent>> inSameTransaction;

        private Builder(
                DataSource dataSource,
                EventLog log,
                EventCodec codec,
                Consumer<List<RecordedEvent>> inSameTransaction) {
            this.dataSource = dataSource;
            this.log = log;
            this.codec = codec;
            this.inSameTransaction = inSameTransaction;
        }
    }
}
