package org.servicepartner.platform.startup;

import org.springframework.context.SmartLifecycle;

/**
 * What a service does at every start before it takes the first message: so no message, and no operator's command, finds it undone.
 * Unless it says otherwise, commands can be handled by then. It may be done again, and must be repeatable. A failure ends the start.
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
