package org.servicepartner.partner.domain;

/** Why a service partner does not do what it is asked. */
public abstract sealed class PartnerRefusal extends RuntimeException {
    private PartnerRefusal(String detail) {
        super(detail);
    }

    /** The steps of the onboarding come in one order. */
    public static final class StepOutOfOrder extends PartnerRefusal {
        private final OnboardingStep nextStep;

        StepOutOfOrder(OnboardingStep asked, OnboardingStep nextStep) {
            super("The step %s cannot be completed yet: the next step is %s.".formatted(asked, nextStep));
            this.nextStep = nextStep;
        }

        public OnboardingStep nextStep() {
            return nextStep;
        }
    }

    /** Another text is offered than the one that was to be signed. */
    public static final class NdaChanged extends PartnerRefusal {
        private final String currentVersion;

        NdaChanged(NdaEdition asked, String currentVersion) {
            super("The text to be signed (version %s, %s) is not the one that is offered now (version %s)."
                    .formatted(asked.version(), asked.language(), currentVersion));
            this.currentVersion = currentVersion;
        }

        public String currentVersion() {
            return currentVersion;
        }
    }
}
