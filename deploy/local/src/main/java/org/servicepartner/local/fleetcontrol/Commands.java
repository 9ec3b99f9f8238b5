package org.servicepartner.local.fleetcontrol;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What the commands share. */
final class Commands {

    private Commands() {}

    static Publisher publisher(@Nullable FleetControl fleetControl) {
        return Objects.requireNonNull(fleetControl).publisher();
    }
}
