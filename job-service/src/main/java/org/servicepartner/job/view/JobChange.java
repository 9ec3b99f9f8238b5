package org.servicepartner.job.view;

/** Something in the event log that changes what somebody sees. {@code index} is the event's place in the log. */
public sealed interface JobChange {
    long index();

    /** A visible job is new or different; the job is as its last event has left it. */
    record JobChanged(long index, VisibleJob job) implements JobChange {}

    /** From here on the partner sees the jobs of the fleet. */
    record FleetShown(long index, String partnerId, String fleetId) implements JobChange {}

    /** From here on the partner sees no job of the fleet. */
    record FleetHidden(long index, String partnerId, String fleetId) implements JobChange {}

    /** From here on the user sees no job at all. */
    record TechnicianDisabled(long index, String userId) implements JobChange {}
}
