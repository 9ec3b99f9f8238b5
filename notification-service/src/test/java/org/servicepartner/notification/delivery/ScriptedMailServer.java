package org.servicepartner.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A mail server that speaks SMTP and is as difficult as it is told to be. */
final class ScriptedMailServer implements AutoCloseable {
    /** Answers to the commands that matter, and whether it falls silent with a mail in its hands. */
    record Script(String toRecipient, String toMail, boolean silent) {
        static Script refusesAddress(String answer) {
            return new Script(answer, "250 OK", false);
        }

        static Script refusesMail(String answer) {
            return new Script("250 OK", answer, false);
        }

        static Script fallsSilent() {
            return new Script("250 OK", "", true);
        }

        static Script takesAll() {
            return new Script("250 OK", "250 OK", false);
        }
    }

    private final ServerSocket socket;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Script script;

    ScriptedMailServer(Script script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void becomes(Script other) {
        script = other;
    }

    /** The mails it was given, also those it did not take, with all headers. */
    List<String> mails() {
        return mails;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, UTF_8)) {
            say(out, "220 difficult");
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                if (command.startsWith("RCPT")) {
                    say(out, script.toRecipient());
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    mails.add(readMail(in));
                    if (script.silent()) {
                        closed.await();
                        return;
                    }
                    say(out, script.toMail());
                } else if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 OK");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(PrintWriter out, String answer) {
        out.print(answer + "\r\n");
        out.flush();
    }

    private static String readMail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }
}
