package org.servicepartner.platform.messaging;

/** The message can never be handled. It goes to the dead-letter topic with the reason; what is behind it goes on. */
public final class MessageRejectedException extends RuntimeException {
    private final String reason;

    /**
     * @param reason a code for programs, for example {@code INVALID_FIELD}
     * @param detail a sentence for a person; no personal data, no content of the message beyond the offending value
     */
    public MessageRejectedException(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
