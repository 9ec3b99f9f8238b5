package org.servicepartner.job.view;

import java.time.Instant;

/**
 * Something in the event log that changes what somebody sees. {@code index} is the event's place in the log, {@code publishedAt}
 * when the news began on its way here.
 */
public sealed interface JobChange {
    long index();

    Instant publishedAt();

    /** A visible job is new or different; the job is as its last event has left it. */
    record JobChanged(long index, Instant publishedAt, VisibleJob job) implements JobChange {}

    /** From here on the partner sees the jobs of the fleet. */
    record FleetShown(long index, Instant publishedAt, String partnerId, String fleetId) implements JobChange {}

    /** From here on the partner sees no job of the fleet. */
    record FleetHidden(long index, Instant publishedAt, String partnerId, String fleetId) implements JobChange {}

    /** From here on the user sees no job at all. */
    record TechnicianDisabled(long index, Instant publishedAt, String userId) implements JobChange {}
}
