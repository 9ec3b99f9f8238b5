package org.servicepartner.local;

/** Is told what each component of the stack does; calls come from several threads. */
public interface Progress {

    Progress SILENT = new Progress() {};

    default void starting(String component) {}

    default void ready(String component) {}

    default void failed(String component) {}

    default void stopping(String component) {}

    /** A component ended by itself after it had been ready; the sentence says what happened and what to do. */
    default void crashed(String component, String sentence) {}

    /** The sentence for {@link #crashed}. */
    static String crash(String component, String how, String lastWords) {
        return "The %s ended unexpectedly (%s); the rest goes on. Press Ctrl-C and start again when you know why. %s"
                .formatted(component, how, lastWords);
    }
}
