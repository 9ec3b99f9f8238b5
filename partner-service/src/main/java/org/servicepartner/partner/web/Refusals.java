package org.servicepartner.partner.web;

import org.springframework.http.HttpStatus;

import org.servicepartner.partner.domain.OnboardingStep;
import org.servicepartner.partner.domain.PartnerRefusal;
import org.servicepartner.partner.domain.PartnerRefusal.NdaChanged;
import org.servicepartner.partner.domain.PartnerRefusal.StepOutOfOrder;
import org.servicepartner.platform.problem.ProblemException;

/** Tells a person why something was refused, and what to do next. */
final class Refusals {
    private Refusals() {}

    static ProblemException of(PartnerRefusal refusal) {
        return switch (refusal) {
            case StepOutOfOrder outOfOrder ->
                new ProblemException(
                                HttpStatus.CONFLICT,
                                "step-out-of-order",
                                "Step out of order",
                                String.valueOf(outOfOrder.getMessage()),
                                adviceFor(outOfOrder.nextStep()))
                        .with("nextStep", outOfOrder.nextStep().name());
            case NdaChanged changed ->
                new ProblemException(
                                HttpStatus.CONFLICT,
                                "nda-changed",
                                "NDA changed",
                                String.valueOf(changed.getMessage()),
                                "Load the NDA again, review it and sign that text.")
                        .with("currentVersion", changed.currentVersion());
        };
    }

    private static String adviceFor(OnboardingStep next) {
        return switch (next) {
            case REGISTRATION -> "Your registration is still being recorded; try again in a moment.";
            case TEAM_DETAILS -> "Give the team's name and e-mail address first.";
            case PERSONAL_DETAILS -> "Give your first and last name first.";
            case NDA -> "Sign the NDA first.";
        };
    }

    static ProblemException adminNotActive() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "admin-not-active",
                "Not an admin any more",
                "Your account is not an active admin account of this service partner any more.",
                "Ask an admin of your team to give you the admin role again, then sign in anew.");
    }

    static ProblemException partnerNotFound() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "partner-not-found",
                "Partner not found",
                "The service partner of your account is not known here.",
                "If you have just registered, try again in a moment; otherwise tell the support team.");
    }

    static ProblemException notSigned() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "nda-not-signed",
                "NDA not signed",
                "Your team has not signed the NDA yet, so there is no signed copy.",
                "Sign the NDA in the onboarding; the signed copy is here from then on.");
    }
}
