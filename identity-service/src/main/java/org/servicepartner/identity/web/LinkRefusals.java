package org.servicepartner.identity.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import org.servicepartner.identity.login.LogInsUnavailableException;
import org.servicepartner.identity.registration.LinkRefusedException;
import org.servicepartner.identity.registration.LinkRefusedException.Reason;
import org.servicepartner.identity.view.InvitationEntry;
import org.servicepartner.platform.problem.ProblemException;

/** Tells somebody who cannot register why, and whom to ask. */
final class LinkRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(LinkRefusals.class);

    private LinkRefusals() {}

    static ProblemException problem(LinkRefusedException refused) {
        InvitationEntry invitation = refused.invitation();
        return invitation == null ? notOurs() : problem(refused.reason(), invitation);
    }

    private static ProblemException notOurs() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "link-invalid",
                "Link not valid",
                "This link is not one that was sent by us, or it is not complete.",
                "Open the link in the e-mail itself, without changing it. If it still does not work, ask whoever"
                        + " invited you to invite you again.");
    }

    private static ProblemException problem(Reason reason, InvitationEntry invitation) {
        return switch (reason) {
            case INVALID -> notOurs();
            case EXPIRED ->
                gone(
                                "link-expired",
                                "Link expired",
                                "This link was valid for a limited time, which is over.",
                                "Have a new link sent to your address. If none comes: " + again(invitation),
                                invitation)
                        .with("expiredAt", invitation.expiresAt())
                        .with("renewableUntil", invitation.renewableUntil());
            case USED ->
                gone(
                        "link-used",
                        "Link used",
                        "You have registered with this link already.",
                        "Sign in with your e-mail address and the password you have chosen.",
                        invitation);
            case REVOKED ->
                gone(
                        "link-revoked",
                        "Invitation taken back",
                        "The invitation was taken back.",
                        again(invitation),
                        invitation);
            case REPLACED ->
                gone(
                        "link-replaced",
                        "Link replaced",
                        "A newer link was sent to you, so this one has ended.",
                        "Open the link in the latest e-mail from us. If you cannot find it, have a new link sent to your"
                                + " address.",
                        invitation);
        };
    }

    private static String again(InvitationEntry invitation) {
        if (invitation.kind().equals("FIRST_ADMIN")) {
            String provider = invitation.providerName();
            return "Ask " + (provider == null ? "the mobility provider" : provider)
                    + " to send a new fleet connection request: you get a new link with it.";
        }
        return "Ask " + (invitation.invitedBy() == null ? "an admin of your team" : invitation.invitedBy())
                + " to invite you again.";
    }

    /** Names whom to ask, as far as that is known. */
    private static ProblemException gone(
            String slug, String title, String detail, String advice, InvitationEntry invitation) {
        ProblemException gone = new ProblemException(HttpStatus.GONE, slug, title, detail, advice);
        member(gone, "providerName", invitation.providerName());
        member(gone, "invitedBy", invitation.invitedBy());
        member(gone, "contactEmail", invitation.contactEmail());
        return gone;
    }

    private static void member(ProblemException problem, String name, @Nullable String value) {
        if (value != null) {
            problem.with(name, value);
        }
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
