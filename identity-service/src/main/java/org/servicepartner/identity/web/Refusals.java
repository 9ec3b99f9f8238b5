package org.servicepartner.identity.web;

import org.springframework.http.HttpStatus;

import org.servicepartner.identity.domain.UserRefusal;
import org.servicepartner.platform.problem.ProblemException;

/** Tells the refusals of user accounts as problems. A user of another partner does not exist for the caller. */
final class Refusals {
    private Refusals() {}

    static ProblemException problem(UserRefusal refusal) {
        return switch (refusal.reason()) {
            case USER_OF_ANOTHER_PARTNER -> userNotFound();
            case USER_REMOVED ->
                new ProblemException(
                        HttpStatus.CONFLICT,
                        "user-removed",
                        "User removed",
                        refusal.getMessage(),
                        "Invite the person again if they are to come back.");
            case LAST_ADMIN ->
                new ProblemException(
                        HttpStatus.CONFLICT,
                        "last-admin",
                        "Last admin",
                        refusal.getMessage(),
                        "Make somebody else an admin first, then repeat this.");
            case ADDRESS_TAKEN_HERE ->
                new ProblemException(
                        HttpStatus.CONFLICT,
                        "address-taken",
                        "Address taken",
                        refusal.getMessage(),
                        "Look for the address in the list of users. If the person has lost the e-mail, send the invitation again.");
            case ADDRESS_TAKEN_ELSEWHERE -> addressTaken();
            case NOT_INVITED ->
                new ProblemException(
                        HttpStatus.CONFLICT,
                        "not-invited",
                        "Not invited",
                        refusal.getMessage(),
                        "Load the list of users again: the person has registered meanwhile, or was removed.");
            case USER_NOT_REMOVED, INVITATION_USED, INVITATION_REVOKED, INVITATION_REPLACED, INVITATION_EXPIRED ->
                throw refusal;
        };
    }

    /** Does not tell who uses it: another partner's users are none of the caller's business. */
    static ProblemException addressTaken() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "address-taken",
                "Address taken",
                "This address cannot be invited: it is in use already.",
                "Ask the person for another e-mail address.");
    }

    static ProblemException userNotFound() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "user-not-found",
                "User not found",
                "Your service partner has no user under this id.",
                "Go back to the list of users and choose one of them.");
    }

    static ProblemException adminNotActive() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "admin-not-active",
                "Not an admin any more",
                "Your account is not an active admin account of this service partner any more.",
                "Ask an admin of your team to give you the admin role again, then sign in anew.");
    }
}
