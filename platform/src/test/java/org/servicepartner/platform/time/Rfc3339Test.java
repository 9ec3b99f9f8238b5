package org.servicepartner.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Rfc3339Test {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Test
    void writes_every_time_as_the_JDK_does_and_reads_it_again() {
        Random random = new Random(4_711);
        int[] unitsOfNanos = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 20_000; i++) {
            int unit = unitsOfNanos[i % unitsOfNanos.length];
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond()),
                    random.nextLong(1_000_000_000) / unit * unit);
            assertThat(Rfc3339.text(time)).isEqualTo(time.toString());
            assertThat(Rfc3339.parse(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void writes_the_first_and_the_last_and_what_is_beyond_them(String text) {
        assertThat(Rfc3339.text(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:15:30+02:00, 2026-03-01T08:15:30Z",
        "2026-03-01T10:15:30.5-05:30, 2026-03-01T15:45:30.500Z",
        "2026-03-01T10:15Z, 2026-03-01T10:15:00Z",
        "2026-03-01t10:15:30z, 2026-03-01T10:15:30Z"
    })
    void reads_other_offsets(String text, Instant time) {
        assertThat(Rfc3339.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "2026-03-01T10:15:30",
                "2026-02-30T10:15:30Z",
                "2026-03-01T10:15:30Zz",
                "1772359200"
            })
    void refuses_everything_else(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void Jackson_writes_times_in_this_way() {
        JsonMapper json = JsonMapper.builder().addModule(Rfc3339.module()).build();

        assertThat(json.writeValueAsString(Instant.parse("2026-03-01T10:15:30.120Z")))
                .isEqualTo("\"2026-03-01T10:15:30.120Z\"");
    }
}
