package org.servicepartner.benchmark;

/** The benchmark cannot go on; the message is a sentence. */
final class BenchmarkException extends RuntimeException {
    BenchmarkException(String message) {
        super(message);
    }

    BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
