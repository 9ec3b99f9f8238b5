package org.servicepartner.connection.domain;

import java.util.List;

/** An admin's command that the rules do not allow. */
public final class ConnectionRefusedException extends RuntimeException {
    /** Which rule said no. */
    public enum Reason {
        /** There is no such connection between this fleet and this partner. */
        UNKNOWN_CONNECTION,
        /** Only a pending request can be accepted or declined. */
        NOT_PENDING,
        /** Only an accepted connection can be deleted. */
        NOT_ACCEPTED,
        /** A request is valid for a limited time. */
        REQUEST_EXPIRED,
        /** Accepting needs finished onboarding. */
        ONBOARDING_INCOMPLETE
    }

    private final Reason reason;
    private final List<String> missingSteps;

    ConnectionRefusedException(Reason reason) {
        this(reason, List.of());
    }

    ConnectionRefusedException(Reason reason, List<String> missingSteps) {
        super(reason.name());
        this.reason = reason;
        this.missingSteps = List.copyOf(missingSteps);
    }

    public Reason reason() {
        return reason;
    }

    /** What is missing of the onboarding, in order; empty unless that is the reason. */
    public List<String> missingSteps() {
        return missingSteps;
    }
}
