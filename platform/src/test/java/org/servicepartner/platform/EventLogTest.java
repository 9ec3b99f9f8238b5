package org.servicepartner.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.CounterEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventLogTest extends RunningSample {
    private static final int WRITERS = 8;
    private static final int COMMITS = 40;

    @Autowired
    EventLog log;

    @Autowired
    EventStore eventStore;

    @Autowired
    EventStorageEngine storage;

    @Autowired
    TransactionOperations transaction;

    /** Without the lock an index taken early may be committed late, and a reader that has passed it never sees the event. */
    @Test
    void aReaderNeverPassesAnEventThatAppearsLater() throws Exception {
        long start = log.head();
        List<Long> seen = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String counter = newCounter();
                writing.add(writers.submit(() -> {
                    for (int n = 0; n < COMMITS; n++) {
                        commands.sendAndWait(new Counter.Add(counter, 1));
                    }
                }));
            }
            long position = start;
            while (!writing.stream().allMatch(Future::isDone)
                    || !log.after(position).isEmpty()) {
                for (RecordedEvent event : log.after(position)) {
                    seen.add(event.index());
                    position = event.index();
                }
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
        }

        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(WRITERS * COMMITS)
                .containsExactlyElementsOf(
                        jdbc.sql("select global_index from domain_event where global_index > ? order by 1")
                                .param(start)
                                .query(Long.class)
                                .list());
    }

    /** Two replicas that decide on the same state at the same moment: one of them has to decide again. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void anEventNumberIsTakenOnceAndTheOtherWriterIsToldSo(long number) {
        String counter = newCounter();
        for (long n = 0; n <= number; n++) {
            append(counter, n);
        }

        assertThatThrownBy(() -> append(counter, number)).isInstanceOf(ConcurrencyException.class);
        assertThat(log.ofAggregate(Counter.class, counter)).hasSize((int) number + 1);
    }

    private void append(String counter, long number) {
        transaction.executeWithoutResult(status -> storage.appendEvents(
                new GenericDomainEventMessage<>("Counter", counter, number, new CounterEvent.Added(counter, 1))));
    }

    @Test
    void twoReadersAtDifferentPlacesDoNotDisturbEachOther() {
        for (int i = 0; i < 5; i++) {
            commands.sendAndWait(new Counter.Add(newCounter(), 1));
        }
        long head = log.head();

        List<RecordedEvent> all = log.after(head - 5);
        assertThat(log.after(head - 2)).extracting(RecordedEvent::index).containsExactly(head - 1, head);
        assertThat(log.after(head - 5)).extracting(RecordedEvent::index).startsWith(head - 4, head - 3);
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
        assertThat(log.after(log.head() + 10)).isEmpty();
    }

    @Test
    void aFollowerHearsOfACommit() {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        Runnable failing = () -> {
            throw new IllegalStateException("Shutting down");
        };
        Runnable follower = () -> heard.complete(true);
        log.follow(failing);
        log.follow(follower);
        try {
            commands.sendAndWait(new Counter.Add(newCounter(), 1));
            assertThat(heard).isCompletedWithValue(true);
        } finally {
            log.unfollow(failing);
            log.unfollow(follower);
        }
    }

    @Test
    void nothingIsAppendedWithoutATransaction() {
        assertThatThrownBy(() -> eventStore.publish(GenericEventMessage.asEventMessage(new CounterEvent.Added("c", 1))))
                .hasStackTraceContaining("transaction");
    }
}
