package org.servicepartner.architecture.tidy.domain;

import org.servicepartner.platform.eventstore.EventName;

public sealed interface DoorEvent {
    @EventName("door.opened.v1")
    record Opened(String doorId) implements DoorEvent {}
}
