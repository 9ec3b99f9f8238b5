package org.servicepartner.architecture.tidy.domain;

public final class DoorRefused extends RuntimeException {
    DoorRefused(String message) {
        super(message);
    }
}
