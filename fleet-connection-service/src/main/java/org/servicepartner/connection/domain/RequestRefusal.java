package org.servicepartner.connection.domain;

/** Why a provider's request is not granted. The names are part of the contract. */
enum RequestRefusal {
    PAIR_ALREADY_CONNECTED("The fleet already has a pending or accepted connection with this service partner."
            + " Wait for its end, or use that one."),
    CONNECTION_ID_TAKEN("The connection id was used before for a request with different content."
            + " Send a new request under a new connection id."),
    CONNECTION_FINISHED("The connection with this id has ended and cannot begin again."
            + " Send a new request under a new connection id.");

    private final String detail;

    RequestRefusal(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
