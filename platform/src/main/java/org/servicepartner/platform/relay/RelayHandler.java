package org.servicepartner.platform.relay;

import java.util.List;
import java.util.Optional;

import org.servicepartner.platform.eventstore.RecordedEvent;

/** What a relay does with stored events. It may be called again with events it has seen: after a crash, or after a failure. */
@FunctionalInterface
public interface RelayHandler {
    /**
     * Carries the events, in order, to where they must go. Returning means that all of them have arrived.
     *
     * @param lease tells whether this replica still holds the relay; to be asked right before something is sent
     */
    void handle(List<RecordedEvent> events, Lease lease);

    /**
     * The compacted topic on which it tells the present state of what the events are about, whatever they say themselves; so they
     * may be handed over again under a later index.
     */
    default Optional<String> stateTopic() {
        return Optional.empty();
    }

    /** The right of one replica to run a relay, for a limited time. */
    interface Lease {
        /**
         * Renews the lease if it is getting short; to be called at least every few seconds.
         *
         * @throws RuntimeException if another replica may have taken over
         */
        void check();
    }
}
