package org.servicepartner.local;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Makes a value on the first call and keeps it; a failure is kept as well, because a server that did not start will not start now. */
final class Once<T> {

    private final Supplier<T> maker;
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        if (value == null) {
            try {
                value = maker.get();
            } catch (RuntimeException first) {
                failure = first;
                throw first;
            }
        }
        return value;
    }
}
