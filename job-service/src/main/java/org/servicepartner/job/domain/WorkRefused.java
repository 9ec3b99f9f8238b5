package org.servicepartner.job.domain;

import java.util.List;

/**
 * A technician asked for something that cannot be. An answer and no exception: that it was refused is remembered in the same
 * transaction, and the next one with the same key is told the same.
 *
 * @param fields that must not be changed, if that is the reason
 */
public record WorkRefused(Refusal reason, List<JobField> fields) {
    static WorkRefused because(Refusal reason) {
        return new WorkRefused(reason, List.of());
    }
}
