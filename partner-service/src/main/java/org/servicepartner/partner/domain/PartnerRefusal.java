package org.servicepartner.partner.domain;

/** Why a service partner does not do what it is asked. */
public final class PartnerRefusal extends RuntimeException {
    /** A code for programs. */
    public enum Reason {
        STEP_OUT_OF_ORDER
    }

    private final Reason reason;

    private PartnerRefusal(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static PartnerRefusal stepOutOfOrder(OnboardingStep asked, OnboardingStep next) {
        return new PartnerRefusal(
                Reason.STEP_OUT_OF_ORDER,
                "The step %s cannot be completed yet: the next step is %s.".formatted(asked, next));
    }

    public Reason reason() {
        return reason;
    }
}
