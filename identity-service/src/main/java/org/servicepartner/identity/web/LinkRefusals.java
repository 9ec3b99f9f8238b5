package org.servicepartner.identity.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import org.servicepartner.identity.login.LogInsUnavailableException;
import org.servicepartner.identity.registration.LinkRefusedException;
import org.servicepartner.identity.view.InvitationEntry;
import org.servicepartner.platform.problem.ProblemException;

/** Tells somebody who cannot register why, and whom to ask. */
final class LinkRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(LinkRefusals.class);

    private LinkRefusals() {}

    static ProblemException problem(LinkRefusedException refused) {
        InvitationEntry invitation = refused.invitation();
        return switch (refused.reason()) {
            case INVALID ->
                new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "link-invalid",
                        "Link not valid",
                        "This link is not one that was sent by us, or it is not complete.",
                        "Open the link in the e-mail itself, without changing it. If it still does not work, ask whoever"
                                + " invited you to invite you again.");
            case EXPIRED ->
                gone(
                        "link-expired",
                        "Link expired",
                        "This link was valid until a few days after it was sent.",
                        again(invitation));
            case USED ->
                gone(
                        "link-used",
                        "Link used",
                        "You have registered with this link already.",
                        "Sign in with your e-mail address and the password you have chosen.");
            case REVOKED ->
                gone("link-revoked", "Invitation taken back", "The invitation was taken back.", again(invitation));
            case REPLACED ->
                gone(
                        "link-revoked",
                        "Link replaced",
                        "A newer link was sent to you, so this one has ended.",
                        "Open the link in the latest e-mail from us.");
        };
    }

    private static String again(@Nullable InvitationEntry invitation) {
        if (invitation == null || invitation.kind().equals("FIRST_ADMIN")) {
            String provider = invitation == null ? null : invitation.providerName();
            return "Ask " + (provider == null ? "the mobility provider" : provider)
                    + " to send a new fleet connection request: you get a new link with it.";
        }
        return "Ask " + (invitation.invitedBy() == null ? "an admin of your team" : invitation.invitedBy())
                + " to invite you again.";
    }

    private static ProblemException gone(String slug, String title, String detail, String advice) {
        return new ProblemException(HttpStatus.GONE, slug, title, detail, advice);
    }

    static ProblemException passwordRefused(String sentence) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "password-refused",
                        "Password refused",
                        "The password does not follow the rules.",
                        "Choose another password.")
                .with("fields", List.of(new RefusedField("password", sentence)));
    }

    static ProblemException logInTaken() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "log-in-taken",
                "Address has a log-in",
                "There is another log-in under this e-mail address, which is not part of your invitation.",
                "Contact the support team and name the address.");
    }

    static ProblemException unavailable(LogInsUnavailableException unavailable) {
        LOG.warn("Somebody cannot register: {}", unavailable.getMessage());
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "registration-unavailable",
                "Registration not possible now",
                "Your account cannot be made at the moment; nothing was stored.",
                "Try again in a few minutes. Your link stays valid.");
    }

    private record RefusedField(String field, String message) {}
}
