package org.servicepartner.local.fleetcontrol;

/** Something cannot be done; the message is a sentence that says why and what to do. */
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }
}
