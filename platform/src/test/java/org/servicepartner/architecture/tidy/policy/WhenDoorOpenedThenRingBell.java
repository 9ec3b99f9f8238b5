package org.servicepartner.architecture.tidy.policy;

import org.servicepartner.architecture.tidy.domain.DoorEvent;

class WhenDoorOpenedThenRingBell {
    String on(DoorEvent.Opened event) {
        return event.doorId();
    }
}
