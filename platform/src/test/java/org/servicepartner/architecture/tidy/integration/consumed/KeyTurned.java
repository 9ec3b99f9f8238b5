package org.servicepartner.architecture.tidy.integration.consumed;

import org.servicepartner.architecture.tidy.domain.DoorCommand;

record KeyTurned(String doorId) {
    DoorCommand.Open command() {
        return new DoorCommand.Open(doorId);
    }
}
