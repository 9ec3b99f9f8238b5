package org.servicepartner.architecture.tidy.web;

import org.servicepartner.architecture.tidy.domain.DoorCommand;
import org.servicepartner.architecture.tidy.domain.DoorRefused;
import org.servicepartner.architecture.tidy.view.OpenDoors;

class DoorController {
    Object open(OpenDoors doors) {
        try {
            return new DoorCommand.Open(doors.doorIds().getFirst());
        } catch (DoorRefused e) {
            return e;
        }
    }
}
