package org.servicepartner.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stored events in commit order, and a wake-up for whoever follows them.
 *
 * <p>What was committed here or read lately is kept for followers, and the end of the log is known until the next commit: many
 * followers cost few queries.
 */
public final class EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    /** {@link #head()} as an expression in SQL, for a query that tells as of which event it answers. */
    public static final String HEAD = "(select coalesce(max(global_index), 0) from domain_event)";

    private static final int RECENT_PAGES = 16;
    private static final String SELECT = """
            select global_index, event_id, aggregate_type, aggregate_id, sequence_number, event_type, recorded_at, payload, metadata
            from domain_event
            """;

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final int pageSize;
    private final String replica = UUID.randomUUID().toString();
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Deque<Page> recent = new ArrayDeque<>();
    private volatile boolean committedSince = true;
    private long endOfLog = -1;

    EventLog(JdbcClient jdbc, EventCodec codec, int pageSize) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.pageSize = pageSize;
    }

    /** Names this process in the notifications of its commits. */
    String replica() {
        return replica;
    }

    /** The events after the index, in order; about a page at most; empty if there are none. */
    public List<RecordedEvent> after(long index) {
        List<RecordedEvent> known = known(index);
        return known.isEmpty() ? query(index) : known;
    }

    /** What is kept of the log after the index, across pages that follow one another. */
    private List<RecordedEvent> known(long index) {
        List<RecordedEvent> events = List.of();
        long position = index;
        for (Optional<Page> page = recentPage(position);
                page.isPresent() && events.size() < pageSize;
                page = recentPage(position)) {
            List<RecordedEvent> next = page.get().after(position);
            events = events.isEmpty() ? next : concatenation(events, next);
            position = next.getLast().index();
        }
        return events;
    }

    private static List<RecordedEvent> concatenation(List<RecordedEvent> first, List<RecordedEvent> second) {
        List<RecordedEvent> both = new ArrayList<>(first.size() + second.size());
        both.addAll(first);
        both.addAll(second);
        return both;
    }

    private synchronized List<RecordedEvent> query(long index) {
        List<RecordedEvent> readMeanwhile = known(index);
        if (!readMeanwhile.isEmpty()) {
            return readMeanwhile;
        }
        if (index == endOfLog && !committedSince) {
            return List.of();
        }
        committedSince = false;
        List<RecordedEvent> events = storedAfter(index);
        if (events.isEmpty()) {
            endOfLog = index;
        } else {
            remember(new Page(index, events));
        }
        return events;
    }

    /** The same from the database itself, without a payload that was read before: its personal data may have ended since. */
    List<RecordedEvent> storedAfter(long index) {
        return jdbc.sql(SELECT + "where global_index > ? order by global_index limit ?")
                .params(index, pageSize)
                .query(this::read)
                .list();
    }

    private Optional<Page> recentPage(long index) {
        synchronized (recent) {
            return recent.stream().filter(page -> page.holds(index)).findFirst();
        }
    }

    private void remember(Page page) {
        synchronized (recent) {
            recent.addFirst(page);
            if (recent.size() > RECENT_PAGES) {
                recent.removeLast();
            }
        }
    }

    /**
     * Takes in what this replica has just committed, so that followers need not read it back, and wakes them.
     *
     * @param previous index of the event that was committed right before these
     */
    void committed(long previous, List<RecordedEvent> events) {
        remember(new Page(previous, events));
        synchronized (this) {
            if (previous == endOfLog && !committedSince) {
                endOfLog = events.getLast().index();
            } else {
                committedSince = true;
            }
        }
        tellFollowers();
    }

    /** The events of one aggregate, oldest first. Aggregates of different types may have the same id. */
    public List<RecordedEvent> ofAggregate(Class<?> type, String aggregateId) {
        return jdbc.sql(SELECT + "where aggregate_id = ? and aggregate_type = ? order by sequence_number")
                .params(aggregateId, type.getSimpleName())
                .query(this::read)
                .list();
    }

    /** The events of all aggregates of this id. */
    List<RecordedEvent> ofAggregates(String aggregateId, long fromSequence) {
        return jdbc.sql(SELECT + "where aggregate_id = ? and sequence_number >= ? order by sequence_number")
                .params(aggregateId, fromSequence)
                .query(this::read)
                .list();
    }

    /** The events of several aggregates, of whatever type, each aggregate's oldest first. */
    public List<RecordedEvent> ofAggregates(String[] aggregateIds) {
        return jdbc.sql(SELECT + "where aggregate_id = any(?) order by aggregate_id, sequence_number")
                .param(aggregateIds)
                .query(this::read)
                .list();
    }

    /** The index of the newest event, 0 if there is none. */
    public long head() {
        return jdbc.sql("select " + HEAD).query(Long.class).single();
    }

    /** The index of the last event recorded before the instant, 0 if there is none. */
    public long headAt(Instant instant) {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event where recorded_at < ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Lets the index leap, so that what will be stored sorts behind what was told of events that are no longer here: those of a
     * database that has gone back in time.
     *
     * @return the index that is left free for what is told on that occasion; the next event has a higher one
     */
    public long leap(long distance) {
        return jdbc.sql("select setval(pg_get_serial_sequence('domain_event', 'global_index'), %s + ?)".formatted(HEAD))
                .param(distance)
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

    /** Somebody may have committed: followers look into the database again. */
    void wake() {
        committedSince = true;
        tellFollowers();
    }

    /** Never fails: who wakes has committed already, and one follower that is about to stop must not keep the others asleep. */
    private void tellFollowers() {
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

    /** A stretch of the log without a gap: the events that follow the one with index {@code after}. */
    private record Page(long after, List<RecordedEvent> events) {
        boolean holds(long index) {
            return index >= after && index < events.getLast().index();
        }

        List<RecordedEvent> after(long index) {
            int low = 0;
            int high = events.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (events.get(middle).index() <= index) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return events.subList(low, events.size());
        }
    }
}
