package org.servicepartner.acceptance;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one platform that all of them share; it is started for the first and closed after the last. */
final class PlatformExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(PlatformExtension.class);

    static {
        // The mail catcher runs in this JVM: that its thread loses a client which is killed in mid-sentence fails no
        // test that waits.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(Start.class, first -> Start.attempt(), Start.class)
                .platform();
    }

    /** A start that failed is not tried again by every test. */
    private record Start(
            @Nullable Platform started, @Nullable RuntimeException failure) implements AutoCloseable {

        static Start attempt() {
            try {
                return new Start(Platform.start(), null);
            } catch (RuntimeException failure) {
                return new Start(null, failure);
            }
        }

        Platform platform() {
            if (started == null) {
                throw new IllegalStateException("The platform did not start: " + failure, failure);
            }
            return started;
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }
}
