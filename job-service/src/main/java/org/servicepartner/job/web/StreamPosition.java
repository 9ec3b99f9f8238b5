package org.servicepartner.job.web;

import org.springframework.http.HttpStatus;

import org.servicepartner.platform.problem.ProblemException;

/**
 * How far a client has followed the stream: {@code 42} is after event 42; {@code 42-17} is in the middle of the jobs that event
 * 42 has made visible, after the one at position 17.
 */
record StreamPosition(long index, long within) {
    static final long NOT_WITHIN = -1;

    static StreamPosition parse(String text) {
        String[] parts = text.split("-", 2);
        try {
            return new StreamPosition(
                    Long.parseLong(parts[0]), parts.length == 1 ? NOT_WITHIN : Long.parseLong(parts[1]));
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-stream-position",
                    "Invalid stream position",
                    "The Last-Event-ID is none that this stream has given.",
                    "Connect without Last-Event-ID; the stream then begins with all visible jobs.");
        }
    }

    static StreamPosition after(long index) {
        return new StreamPosition(index, NOT_WITHIN);
    }

    @Override
    public String toString() {
        return within == NOT_WITHIN ? Long.toString(index) : index + "-" + within;
    }
}
