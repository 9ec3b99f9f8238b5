package org.servicepartner.job.domain;

/** As FleetControl shows it. */
public enum JobStatus {
    /** A draft: no partner, editable, deletable, never visible to a partner. */
    PENDING,
    /** Given to a partner; locked for FleetControl. */
    ASSIGNED,
    /** A technician works on it. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** A draft that was deleted. */
    DELETED
}
