package org.servicepartner.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes every mail by SMTP, delivers none, and shows them on a page and as JSON. */
public final class MailServer implements AutoCloseable {

    private static final Pattern ONE_MAIL = Pattern.compile("/mails/(\\d+)(\\.html)?");

    private final int smtpPort;
    private final int pagePort;
    private final GreenMail smtp;
    private final HttpServer web;
    private final List<MimeMessage> takenBeforeTheLastStop = new ArrayList<>();

    MailServer(int smtpPort, int pagePort) {
        this.smtpPort = Ports.claim(smtpPort, "the mail catcher");
        this.pagePort = Ports.claim(pagePort, "the mail catcher's page");
        smtp = new GreenMail(new ServerSetup(this.smtpPort, Ports.HOST, ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            web = HttpServer.create(new InetSocketAddress(InetAddress.getByName(Ports.HOST), this.pagePort), 0);
        } catch (IOException failure) {
            smtp.stop();
            throw new InfrastructureException(Ports.taken(this.pagePort, "the mail catcher's page"), failure);
        }
        web.createContext("/", this::serve);
        web.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        web.start();
    }

    public String smtpHost() {
        return Ports.HOST;
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** The page that lists the mails, the newest first. */
    public URI page() {
        return URI.create("http://" + Ports.HOST + ":" + pagePort);
    }

    /** All mails so far in the order of arrival; the same as {@code GET /api/messages}. */
    public synchronized List<Mail> messages() {
        List<MimeMessage> received = new ArrayList<>(takenBeforeTheLastStop);
        received.addAll(List.of(smtp.getReceivedMessages()));
        return IntStream.range(0, received.size())
                .mapToObj(index -> read(index + 1L, received.get(index)))
                .toList();
    }

    /** From now on nobody can deliver a mail; what was taken can still be read. */
    public synchronized void stopTaking() {
        Managers taken = smtp.getManagers();
        smtp.stop();
        taken.getImapHostManager().getAllMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .forEach(takenBeforeTheLastStop::add);
    }

    /** Takes mails again, at the same port. */
    public synchronized void takeAgain() {
        if (!smtp.isRunning()) {
            smtp.start();
        }
    }

    /** The mails to one address, in the order of arrival. */
    public List<Mail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    @Override
    public void close() {
        web.stop(0);
        smtp.stop();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher one = ONE_MAIL.matcher(path);
        if (path.equals("/api/messages")) {
            respond(exchange, 200, "application/json", JsonMapper.shared().writeValueAsString(messages()));
        } else if (path.equals("/")) {
            respond(exchange, 200, "text/html", MailPage.list(messages().reversed()));
        } else if (one.matches()) {
            Optional<Mail> mail = find(Long.parseLong(one.group(1)));
            if (mail.isEmpty()) {
                respond(exchange, 404, "text/plain", "There is no mail with this number.");
            } else if (one.group(2) != null) {
                respond(exchange, 200, "text/html", mail.get().html());
            } else {
                respond(exchange, 200, "text/html", MailPage.one(mail.get()));
            }
        } else {
            respond(exchange, 404, "text/plain", "There is no such page. See / and /api/messages.");
        }
    }

    private Optional<Mail> find(long id) {
        return messages().stream().filter(mail -> mail.id() == id).findFirst();
    }

    private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        // A mail is foreign content: it may show itself, but run nothing.
        exchange.getResponseHeaders().set("Content-Security-Policy", "script-src 'none'");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static Mail read(long id, MimeMessage message) {
        try {
            Instant received = message.getReceivedDate() != null
                    ? message.getReceivedDate().toInstant()
                    : Optional.ofNullable(message.getSentDate())
                            .map(Date::toInstant)
                            .orElse(Instant.EPOCH);
            return new Mail(
                    id,
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    received,
                    content(message, "text/plain"),
                    content(message, "text/html"));
        } catch (MessagingException failure) {
            throw new IllegalStateException("A caught mail cannot be read.", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? Collections.emptyList()
                : Arrays.stream(addresses).map(Address::toString).toList();
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString().stripTrailing();
        }
        if (part.getContent() instanceof Multipart multipart) {
            for (int index = 0; index < multipart.getCount(); index++) {
                BodyPart child = multipart.getBodyPart(index);
                String found = content(child, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
