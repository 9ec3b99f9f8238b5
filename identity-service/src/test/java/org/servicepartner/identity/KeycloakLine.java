package org.servicepartner.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** The line between the service and Keycloak: can be cut, so that nobody answers this service, and joined again. */
final class KeycloakLine {
    private static final int BACKLOG = 50;

    private final URI keycloak;
    private final ServerSocket server;
    private final Set<Socket> open = new HashSet<>();
    private boolean cut;

    KeycloakLine(URI keycloak) {
        this.keycloak = keycloak;
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** {@code http://127.0.0.1:<port>}. */
    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    synchronized void join() {
        cut = false;
    }

    synchronized void cut() {
        cut = true;
        open.forEach(KeycloakLine::close);
        open.clear();
    }

    private void accept() {
        while (true) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void connect(Socket caller) throws IOException {
        if (cut) {
            close(caller);
            return;
        }
        Socket called = new Socket(keycloak.getHost(), keycloak.getPort());
        open.add(caller);
        open.add(called);
        Thread.ofPlatform().daemon().start(() -> copy(caller, called));
        Thread.ofPlatform().daemon().start(() -> copy(called, caller));
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One side has gone; so the other one goes as well.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
