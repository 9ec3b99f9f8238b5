package org.servicepartner.notification.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import com.samskivert.mustache.Mustache;

import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.domain.Template;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Words letters with the templates {@code emails/<template>/<language>.(subject.txt|txt|html)}. */
public final class EmailWriter {
    private static final String LANGUAGE = "en";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);
    private static final Mustache.Compiler HTML = Mustache.compiler();

    private final URI portal;

    public EmailWriter(URI portal) {
        this.portal = portal;
    }

    public Email write(Letter letter) {
        String folder = Template.of(letter).folder();
        Map<String, String> facts = facts(letter);
        return new Email(
                oneLine(fill(TEXT, folder, "subject.txt", facts)),
                fill(TEXT, folder, "txt", facts),
                fill(HTML, folder, "html", facts));
    }

    private Map<String, String> facts(Letter letter) {
        return switch (letter) {
            case Letter.FleetConnectionRequested request ->
                Map.of(
                        "providerName", oneLine(request.providerName()),
                        "fleetName", oneLine(request.fleetName()),
                        "validUntil", time(request.validUntil()),
                        "portalUrl", portal.toString());
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Others' words must not begin a new header or a new paragraph. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String fill(Mustache.Compiler compiler, String folder, String kind, Map<String, String> facts) {
        String name = "/emails/%s/%s.%s".formatted(folder, LANGUAGE, kind);
        try (InputStream template = EmailWriter.class.getResourceAsStream(name)) {
            if (template == null) {
                throw new IllegalStateException("There is no template " + name);
            }
            return compiler.compile(new InputStreamReader(template, UTF_8)).execute(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
