package org.servicepartner.connection.domain;

/** Why a provider cannot take a request back. The names are part of the contract. */
enum WithdrawalRefusal {
    CONNECTION_UNKNOWN("No connection has been requested under this id. Check the connection id."),
    ANOTHER_FLEET("The connection belongs to another fleet. Check the fleet id."),
    CONNECTION_ACCEPTED("The service partner has accepted the connection; only the partner can end it now."),
    CONNECTION_FINISHED("The connection has ended before: there is nothing to take back.");

    private final String detail;

    WithdrawalRefusal(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
