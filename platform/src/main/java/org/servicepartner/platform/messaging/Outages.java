package org.servicepartner.platform.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

import org.apache.kafka.common.errors.RetriableException;
import org.axonframework.common.AxonTransientException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that heal by themselves from those that come again however often one tries. */
final class Outages {
    /** Connection lost, resources exhausted, shut-down by the administrator, serialisation failure (PostgreSQL's appendix A). */
    private static final List<String> HEALING_STATES = List.of("08", "53", "57P", "40");

    private Outages() {}

    static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (heals(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean heals(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException e -> true;
            case RecoverableDataAccessException e -> true;
            case DataAccessResourceFailureException e -> true;
            case CannotCreateTransactionException e -> true;
            case RetriableException e -> true;
            case AxonTransientException e -> true;
            case SQLTransientException e -> true;
            case SQLRecoverableException e -> true;
            case SQLException e ->
                e.getSQLState() != null && HEALING_STATES.stream().anyMatch(e.getSQLState()::startsWith);
            default -> false;
        };
    }
}
