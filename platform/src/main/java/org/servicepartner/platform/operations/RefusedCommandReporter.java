package org.servicepartner.platform.operations;

import org.springframework.boot.SpringBootExceptionReporter;

/** Tells an operator in one sentence why a command was refused; a stack trace would tell nothing more. */
final class RefusedCommandReporter implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof CommandRefusedException) {
            System.err.println(failure.getMessage());
            return true;
        }
        return false;
    }
}
