package org.servicepartner.job.domain;

/** A technician asked for something that cannot be. */
public final class JobRefusedException extends RuntimeException {
    private final Refusal refusal;

    public JobRefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
