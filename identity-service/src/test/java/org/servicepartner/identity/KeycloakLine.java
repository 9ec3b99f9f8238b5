package org.servicepartner.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The line between the service and Keycloak: can be cut, so that Keycloak is down for this service, and joined again. */
final class KeycloakLine {
    private final URI keycloak;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable ServerSocket server;

    KeycloakLine(URI keycloak) {
        this.keycloak = keycloak;
        join();
    }

    /** {@code http://127.0.0.1:<port>}. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void join() {
        try {
            ServerSocket accepting = new ServerSocket();
            accepting.setReuseAddress(true);
            accepting.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = accepting.getLocalPort();
            server = accepting;
            Thread.ofPlatform().daemon().start(() -> accept(accepting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void cut() {
        if (server != null) {
            close(server);
        }
        open.forEach(KeycloakLine::close);
        open.clear();
    }

    private void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket caller = accepting.accept();
                Socket called = new Socket(keycloak.getHost(), keycloak.getPort());
                open.add(caller);
                open.add(called);
                Thread.ofPlatform().daemon().start(() -> copy(caller, called));
                Thread.ofPlatform().daemon().start(() -> copy(called, caller));
            } catch (IOException cut) {
                close(accepting);
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            open.remove(from);
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
