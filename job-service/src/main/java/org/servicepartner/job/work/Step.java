package org.servicepartner.job.work;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a technician can do with a job. */
public enum Step {
    ACCEPT,
    RELEASE,
    START,
    CONFIGURE,
    TEST,
    COMPLETE,
    FAIL;

    /** As in the address, and in a batch. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> of(String word) {
        return Stream.of(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
