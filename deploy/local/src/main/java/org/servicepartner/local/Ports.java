package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    /** The asked-for port after a check that nobody listens there, or any free one for 0. */
    static int claim(int port, String server) {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new InfrastructureException(taken(port, server));
        }
        return port;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static String taken(int port, String server) {
        return "Port " + port + ", which " + server
                + " needs, is taken by another program. Stop that program (`ss -ltnp 'sport = :" + port
                + "'` names it), or start with other ports (`up --port-offset 1000`).";
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("There is no free TCP port.", failure);
        }
    }
}
