package org.servicepartner.connection.domain;

/** Where one connection stands. Only a live one can still change. */
public enum ConnectionState {
    PENDING,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN,
    DELETED;

    /** A pair of fleet and partner has at most one live connection. */
    public boolean isLive() {
        return this == PENDING || this == ACCEPTED;
    }
}
