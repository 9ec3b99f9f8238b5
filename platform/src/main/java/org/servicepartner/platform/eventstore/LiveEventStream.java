package org.servicepartner.platform.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/** Lets a streaming processor follow the log: queries only after a commit has been announced. */
final class LiveEventStream implements BlockingStream<TrackedEventMessage<?>> {
    private final EventLog log;
    private final Serializer serializer;
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final AtomicBoolean mayHaveMore = new AtomicBoolean(true);
    private final Runnable follower = this::onCommit;
    private volatile @Nullable Runnable onAvailable;
    private final Set<Class<?>> skipped = ConcurrentHashMap.newKeySet();
    private long position;

    LiveEventStream(EventLog log, Serializer serializer, long position) {
        this.log = log;
        this.serializer = serializer;
        this.position = position;
        log.follow(follower);
    }

    private void onCommit() {
        mayHaveMore.set(true);
        Runnable callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
    }

    private void fill() {
        while (buffer.isEmpty() && mayHaveMore.getAndSet(false)) {
            List<RecordedEvent> events = log.after(position);
            if (!events.isEmpty()) {
                position = events.getLast().index();
                mayHaveMore.set(true);
                EventUtils.upcastAndDeserializeTrackedEvents(
                                events.stream().filter(this::isWanted).map(PostgresEventStorageEngine::tracked),
                                serializer,
                                NoOpEventUpcaster.INSTANCE)
                        .forEach(buffer::add);
            }
        }
    }

    /** The last event of a page is always handed over: the follower's token must move on, or a restart reads everything again. */
    private boolean isWanted(RecordedEvent event) {
        return event.index() == position
                || skipped.isEmpty()
                || !skipped.contains(serializer.classForType(new SimpleSerializedType(event.type(), null)));
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        skipped.add(ignored.getPayloadType());
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(buffer.peek());
    }

    @Override
    public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) {
        fill();
        return !buffer.isEmpty();
    }

    @Override
    public synchronized TrackedEventMessage<?> nextAvailable() {
        fill();
        return buffer.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        callback.run();
        return true;
    }

    @Override
    public void close() {
        log.unfollow(follower);
    }
}
