package org.servicepartner.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands in for an application in tests of the stack: is ready at once, tells its environment, and crashes on demand. */
final class StandInApp {

    private static final int CRASH = 3;

    private StandInApp() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("SEED_FILE") != null && System.getenv("SEED_FILE").contains("broken")) {
            System.out.println("The stand-in finds its seed broken.");
            System.exit(CRASH);
        }
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("SERVER_PORT")));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "UP"));
        server.createContext("/environment", exchange -> answer(exchange, new TreeMap<>(System.getenv()).toString()));
        server.createContext("/crash", exchange -> {
            System.out.println("The stand-in was told to crash.");
            Runtime.getRuntime().halt(CRASH);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
