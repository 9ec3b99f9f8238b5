package org.servicepartner.local;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;

/** Where PostgreSQL, Kafka and Keycloak run. The system property {@value #PROPERTY} forces one way for a whole JVM. */
public enum Hosting {
    /** Containers if a Docker engine answers and the image can be had, embedded servers otherwise. */
    AUTO,
    /** Processes of their own on this machine, from the artifacts of the local Maven repository. */
    EMBEDDED,
    /** Containers; an error if there is no Docker engine. */
    CONTAINERS;

    public static final String PROPERTY = "servicepartner.infrastructure";

    /**
     * What the system property says, {@link #AUTO} if it is not set.
     *
     * @throws InfrastructureException if the property has another value than auto, embedded or containers
     */
    public static Hosting fromSystemProperty() {
        String value = System.getProperty(PROPERTY, "auto");
        try {
            return valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InfrastructureException(
                    "-D" + PROPERTY + "=" + value + " is not known. Use auto, embedded or containers.", unknown);
        }
    }

    boolean triesContainers() {
        return this == CONTAINERS || (this == AUTO && dockerAnswers());
    }

    /** Testcontainers' own search takes seconds when there is no engine, so the socket is asked first. */
    private static boolean dockerAnswers() {
        String host = System.getenv("DOCKER_HOST");
        if (host != null && !host.startsWith("unix://")) {
            return true;
        }
        Path socket = Path.of(host == null ? "/var/run/docker.sock" : host.substring("unix://".length()));
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException noEngine) {
            return false;
        }
    }
}
