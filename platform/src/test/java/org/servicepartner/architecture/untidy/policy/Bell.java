package org.servicepartner.architecture.untidy.policy;

import org.servicepartner.architecture.untidy.view.OpenDoors;

public class Bell {
    public int ring(OpenDoors doors) {
        return doors.count();
    }
}
