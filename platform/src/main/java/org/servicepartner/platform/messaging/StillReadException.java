package org.servicepartner.platform.messaging;

/** Replicas of this service read the topics whose positions were to be moved; Kafka does not move them meanwhile. */
public final class StillReadException extends RuntimeException {
    StillReadException(String group, Throwable refusal) {
        super("The consumer group %s still has members".formatted(group), refusal);
    }
}
