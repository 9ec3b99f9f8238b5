package org.servicepartner.platform.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.eventstore.StoredForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pins the stored form of a service's events: what is written equals {@code approved/events/<name>.json}, and what was approved
 * can be read back. A second sample of one event is {@code <name>--2.json}.
 */
public final class StoredEvents {
    private static final String DIRECTORY = "events";

    private StoredEvents() {}

    /** Verifies the samples, that every event has one, that forms of the past can be read, and that no approved file belongs to no event. */
    public static void verify(EventTypes types, Object... samples) {
        verify(new ApprovedFiles(), types, samples);
    }

    static void verify(ApprovedFiles approved, EventTypes types, Object... samples) {
        StoredForm form = new StoredForm(types);
        Map<String, Integer> count = new HashMap<>();
        Set<String> files = new TreeSet<>();
        for (Object sample : samples) {
            String name = form.name(sample);
            int number = count.merge(name, 1, Integer::sum);
            String file = number == 1 ? name + ".json" : name + "--" + number + ".json";
            files.add(file);
            approved.verifyJson(DIRECTORY + "/" + file, form.json(sample));
            assertThat(form.read(name, approved.text(DIRECTORY + "/" + file)))
                    .as("what is read back from %s", file)
                    .isEqualTo(sample);
        }
        for (String name : types.formerNames()) {
            String file = name + ".json";
            files.add(file);
            assertThat(form.read(name, approved.text(DIRECTORY + "/" + file)))
                    .as("what is read from %s, a form of the past", file)
                    .isNotNull();
        }
        assertThat(count.keySet()).as("events with a sample").containsExactlyInAnyOrderElementsOf(types.names());
        assertThat(approved.names(DIRECTORY).stream()
                        .filter(file -> !files.contains(file))
                        .collect(Collectors.toSet()))
                .as("approved files without a sample: a stored event is for ever, so keep its class and its sample")
                .isEmpty();
    }
}
