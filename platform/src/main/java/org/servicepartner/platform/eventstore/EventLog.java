package org.servicepartner.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored events in commit order, and a wake-up for whoever follows them.
 *
 * <p>Followers that read the same stretch share one query: the last page read is kept.
 */
public final class EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private static final String SELECT = """
            select global_index, event_id, aggregate_type, aggregate_id, sequence_number, event_type, recorded_at, payload, metadata
            from domain_event
            """;

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final int pageSize;
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private Page lastPage = new Page(0, List.of());

    EventLog(JdbcClient jdbc, EventCodec codec, int pageSize) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.pageSize = pageSize;
    }

    /** The events after the index, in order; at most one page; empty if there are none. */
    public synchronized List<RecordedEvent> after(long index) {
        if (lastPage.holds(index)) {
            return lastPage.after(index);
        }
        lastPage = new Page(
                index,
                jdbc.sql(SELECT + "where global_index > ? order by global_index limit ?")
                        .params(index, pageSize)
                        .query(this::read)
                        .list());
        return lastPage.events;
    }

    /** The events of one aggregate, oldest first. */
    public List<RecordedEvent> ofAggregate(String aggregateId, long fromSequence) {
        return jdbc.sql(SELECT + "where aggregate_id = ? and sequence_number >= ? order by sequence_number")
                .params(aggregateId, fromSequence)
                .query(this::read)
                .list();
    }

    /** The events of several aggregates, each aggregate's oldest first. */
    public List<RecordedEvent> ofAggregates(String[] aggregateIds) {
        return jdbc.sql(SELECT + "where aggregate_id = any(?) order by aggregate_id, sequence_number")
                .param(aggregateIds)
                .query(this::read)
                .list();
    }

    /** The index of the newest event, 0 if there is none. */
    public long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    /** The index of the last event recorded before the instant, 0 if there is none. */
    public long headAt(Instant instant) {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event where recorded_at < ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Calls the follower after every commit of events, here or on another replica. It must return at once. */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    /** Never fails: who wakes has committed already, and one follower that is about to stop must not keep the others asleep. */
    void wake() {
        for (Runnable follower : followers) {
            try {
                follower.run();
            } catch (RuntimeException e) {
                LOG.warn("A follower could not be woken: {}", e.toString());
            }
        }
    }

    private RecordedEvent read(ResultSet row, int number) throws SQLException {
        return codec.read(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBytes(8),
                row.getBytes(9));
    }

    private record Page(long after, List<RecordedEvent> events) {
        boolean holds(long index) {
            return !events.isEmpty()
                    && index >= after
                    && index < events.getLast().index();
        }

        List<RecordedEvent> after(long index) {
            int from = 0;
            while (events.get(from).index() <= index) {
                from++;
            }
            return events.subList(from, events.size());
        }
    }
}
