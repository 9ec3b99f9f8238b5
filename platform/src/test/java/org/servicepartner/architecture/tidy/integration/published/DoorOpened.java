package org.servicepartner.architecture.tidy.integration.published;

import java.util.List;

import org.servicepartner.architecture.tidy.domain.DoorEvent;

record DoorOpened(String doorId, List<Hinge> hinges, byte[] picture) {
    record Hinge(int number) {}

    static DoorOpened of(DoorEvent.Opened event) {
        return new DoorOpened(event.doorId(), List.of(), new byte[0]);
    }
}
