package org.servicepartner.platform.messaging;

import org.springframework.context.SmartLifecycle;

/**
 * What a service does at every start when its commands can be handled, and before it takes the first message: so no message, and no
 * operator's command, finds it undone. A failure ends the start.
 */
public interface StartupTask extends Runnable, SmartLifecycle {
    @Override
    default void start() {
        run();
    }

    /** Done when it has started. */
    @Override
    default boolean isRunning() {
        return false;
    }

    @Override
    default void stop() {}

    /** Behind Axon's handlers, and the last before the inputs of Spring Cloud Stream. */
    @Override
    default int getPhase() {
        return Integer.MAX_VALUE - 3_001;
    }
}
