package org.servicepartner.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Waits for something that PostgreSQL tells only to whom asks. */
final class Polling {

    private Polling() {}

    /**
     * Asks until the answer is true.
     *
     * @throws InfrastructureException with the sentence, if the time is up
     */
    static void until(Statement statement, String query, Duration patience, String sentence) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isTrue(statement, query)) {
            if (System.nanoTime() > deadline) {
                throw new InfrastructureException(sentence + " within " + patience.toSeconds() + " s.");
            }
            statement.execute("SELECT pg_sleep(0.1)");
        }
    }

    static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
