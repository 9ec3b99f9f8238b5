package org.servicepartner.job.integration.consumed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.servicepartner.platform.messaging.InboundMessage;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Messages as they come in. */
final class Inbox {
    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String MESSAGE = "message-1";
    static final long SEQUENCE = 4;

    private static final Path EXAMPLES = Path.of("src/main/resources/contracts/examples");

    private Inbox() {}

    static InboundMessage message(String type, String data) {
        return new InboundMessage(MESSAGE, "/somebody", type, null, null, SEQUENCE, null, null, data.getBytes(UTF_8));
    }

    /** The example that the contract gives of the message. */
    static InboundMessage example(String type) {
        try {
            return message(type, Files.readString(EXAMPLES.resolve(type + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
