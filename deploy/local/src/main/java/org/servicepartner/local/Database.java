package org.servicepartner.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database and its owner's log-in.
 *
 * @param jdbcUrl {@code jdbc:postgresql://127.0.0.1:<port>/<name>}
 */
public record Database(String jdbcUrl, String username, String password) {

    /** A new connection as the owner; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
