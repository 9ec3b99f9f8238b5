package org.servicepartner.platform.time;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.ethlo.time.ITU;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** RFC 3339, as {@link Instant#toString} writes it; that took a twelfth of all that an event costs. */
public final class Rfc3339 {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Rfc3339() {}

    /** In UTC, with as many groups of three digits of a second as it has. */
    public static String text(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(AFTER_LAST)) {
            return time.toString();
        }
        return ITU.formatUtc(OffsetDateTime.ofInstant(time, ZoneOffset.UTC), digits(time.getNano()));
    }

    private static int digits(int nanos) {
        if (nanos == 0) {
            return 0;
        }
        if (nanos % 1_000_000 == 0) {
            return 3;
        }
        return nanos % 1_000 == 0 ? 6 : 9;
    }

    /**
     * With any offset from UTC; seconds may be left out.
     *
     * @throws DateTimeException if it is not in this form
     */
    public static Instant parse(String text) {
        ParsePosition end = new ParsePosition(0);
        Instant time = ITU.parseDateTime(text, end).toInstant();
        if (end.getIndex() < text.length()) {
            throw new DateTimeException("Something follows the time in " + text);
        }
        return time;
    }

    /** Lets Jackson write points in time in this way. */
    public static JacksonModule module() {
        return new SimpleModule("RFC 3339").addSerializer(Instant.class, new ValueSerializer<>() {
            @Override
            public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
                json.writeString(text(time));
            }
        });
    }
}
