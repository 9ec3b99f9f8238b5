package org.servicepartner.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does. */
final class Waiting {
    static final Duration PAUSE = Duration.ofMillis(2);

    private Waiting() {}

    /** @throws BenchmarkException if it has not become true in time */
    static void until(String what, Duration longest, BooleanSupplier condition) {
        until(() -> what, longest, PAUSE, condition);
    }

    /**
     * @param what asked for only if it has not happened
     * @param pause between two looks, each of which takes time from what is measured
     * @throws BenchmarkException if it has not become true in time
     */
    static void until(Supplier<String> what, Duration longest, Duration pause, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkException(
                        "After " + longest.toSeconds() + " s of waiting: not yet " + what.get() + ".");
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    static void untilNanoTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }
}
