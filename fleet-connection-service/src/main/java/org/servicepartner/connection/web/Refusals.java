package org.servicepartner.connection.web;

import java.util.UUID;

import org.springframework.http.HttpStatus;

import org.servicepartner.connection.domain.ConnectionRefusedException;
import org.servicepartner.connection.domain.ConnectionState;
import org.servicepartner.connection.view.ConnectionView;
import org.servicepartner.platform.problem.ProblemException;

/** Tells a person why something was refused, and what to do next. */
final class Refusals {
    private Refusals() {}

    static ProblemException of(ConnectionRefusedException refusal, ConnectionView connection) {
        return switch (refusal.reason()) {
            case UNKNOWN_CONNECTION -> notFound(connection.connectionId());
            case NOT_PENDING -> notPending(connection);
            case NOT_ACCEPTED -> notAccepted(connection);
            case REQUEST_EXPIRED -> expired(connection);
            case ONBOARDING_INCOMPLETE ->
                new ProblemException(
                                HttpStatus.CONFLICT,
                                "onboarding-incomplete",
                                "Onboarding incomplete",
                                "The request cannot be accepted before the onboarding of your team is finished. Missing: "
                                        + String.join(", ", refusal.missingSteps()) + ".",
                                "Finish the missing steps in the portal, then accept the request.")
                        .with("missingSteps", refusal.missingSteps());
        };
    }

    static ProblemException notFound(UUID connectionId) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "connection-not-found",
                "Connection not found",
                "Your team has no fleet connection " + connectionId + ".",
                "Go back to the list of your fleet connections.");
    }

    static ProblemException adminNotActive() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "admin-not-active",
                "Not an admin any more",
                "Your account is not an active admin account of this service partner any more.",
                "Ask an admin of your team to give you the admin role again, then sign in anew.");
    }

    static ProblemException invalidCursor() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-cursor",
                "Invalid cursor",
                "The cursor is not one that a previous page gave.",
                "Begin again without a cursor.");
    }

    private static ProblemException expired(ConnectionView connection) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "request-expired",
                        "Request expired",
                        "The request of " + connection.providerName() + " for the fleet " + connection.fleetName()
                                + " was valid until " + connection.expiresAt() + ".",
                        "Ask " + provider(connection) + " for a new request.")
                .with("expiresAt", connection.expiresAt())
                .with("providerName", connection.providerName());
    }

    private static ProblemException notPending(ConnectionView connection) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "connection-not-pending",
                        "Connection not pending",
                        "Only a pending request can be accepted or declined; this one is " + connection.state() + ".",
                        adviceForNotPending(connection))
                .with("state", connection.state());
    }

    private static String adviceForNotPending(ConnectionView connection) {
        return switch (connection.state()) {
            case ACCEPTED -> "Delete the connection if you do not want it any more.";
            case DECLINED -> "Declined is final; ask the provider for a new request: " + provider(connection) + ".";
            case WITHDRAWN -> "The provider took the request back; ask for a new one: " + provider(connection) + ".";
            case DELETED ->
                "A deleted connection does not come back; ask for a new request: " + provider(connection) + ".";
            case PENDING, EXPIRED -> "Load the connection again.";
        };
    }

    private static ProblemException notAccepted(ConnectionView connection) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "connection-not-accepted",
                        "Connection not accepted",
                        "Only an accepted connection can be deleted; this one is " + connection.state() + ".",
                        connection.state() == ConnectionState.PENDING
                                ? "Decline the request instead."
                                : "There is nothing left to do: this connection has ended.")
                .with("state", connection.state());
    }

    private static String provider(ConnectionView connection) {
        return connection.providerContactEmail() == null
                ? connection.providerName()
                : connection.providerName() + " (" + connection.providerContactEmail() + ")";
    }
}
