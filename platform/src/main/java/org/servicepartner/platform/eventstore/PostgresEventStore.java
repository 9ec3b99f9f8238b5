package org.servicepartner.platform.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** The event store: can be followed live, and can load the aggregates of a whole batch with one query. */
public final class PostgresEventStore extends AbstractEventStore {
    private static final String PREFETCHED = PostgresEventStore.class.getName() + ".prefetched";

    private final EventLog log;
    private final Serializer serializer;

    private PostgresEventStore(Builder builder, EventLog log, Serializer serializer) {
        super(builder);
        this.log = log;
        this.serializer = serializer;
    }

    static PostgresEventStore create(PostgresEventStorageEngine engine, EventLog log, Serializer serializer) {
        Builder builder = new Builder();
        builder.storageEngine(engine);
        return new PostgresEventStore(builder, log, serializer);
    }

    /**
     * Reads the events of the aggregates now, so that loading each of them in the current unit of work costs no query.
     * Each aggregate's prefetched events serve its first load; a later load reads again.
     */
    public void prefetch(Collection<String> aggregateIds) {
        Map<String, List<RecordedEvent>> prefetched = new HashMap<>();
        for (String id : aggregateIds) {
            prefetched.put(id, new ArrayList<>());
        }
        for (RecordedEvent event : log.ofAggregates(prefetched.keySet().toArray(String[]::new))) {
            prefetched.get(event.aggregateId()).add(event);
        }
        CurrentUnitOfWork.get().root().resources().put(PREFETCHED, prefetched);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        List<RecordedEvent> prefetched = takePrefetched(aggregateId);
        if (prefetched == null) {
            return super.readEvents(aggregateId);
        }
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                prefetched.stream().map(PostgresEventStorageEngine::entry), serializer, NoOpEventUpcaster.INSTANCE);
    }

    private static List<RecordedEvent> takePrefetched(String aggregateId) {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        Map<String, List<RecordedEvent>> prefetched =
                CurrentUnitOfWork.get().root().getResource(PREFETCHED);
        return prefetched == null ? null : prefetched.remove(aggregateId);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new LiveEventStream(log, serializer, PostgresEventStorageEngine.indexOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
