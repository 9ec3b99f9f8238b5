package org.servicepartner.architecture.untidy.web;

import org.servicepartner.architecture.untidy.domain.Door;
import org.servicepartner.architecture.untidy.integration.published.DoorPainted;

class DoorController {
    Object door(DoorPainted painted) {
        return new Door();
    }
}
