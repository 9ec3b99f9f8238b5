package org.servicepartner.platform.sample;

import org.servicepartner.platform.eventstore.EventName;

public sealed interface CounterEvent {
    @EventName("counter.added.v1")
    record Added(String counterId, int amount) implements CounterEvent {}
}
