package org.servicepartner.platform.sample;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy that cannot handle the events of some counters for a while. */
@ProcessingGroup(WhenAddedThenEcho.GROUP)
public class WhenAddedThenEcho {
    public static final String GROUP = "when-added-then-echo";

    private final Set<String> balking = ConcurrentHashMap.newKeySet();
    private final JdbcClient jdbc;

    WhenAddedThenEcho(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(
            CounterEvent.Added event,
            @SequenceNumber long sequence,
            @MetaDataValue("correlationId") @Nullable String correlationId) {
        if (balking.contains(event.counterId())) {
            throw new IllegalStateException("Cannot echo now");
        }
        jdbc.sql("insert into counter_echo values (?, ?)")
                .params(event.counterId(), sequence)
                .update();
    }

    public void balkAt(String counterId) {
        balking.add(counterId);
    }

    public void accept(String counterId) {
        balking.remove(counterId);
    }
}
