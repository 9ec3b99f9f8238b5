package org.servicepartner.job.domain;

import java.time.Instant;

import org.servicepartner.platform.eventstore.EventName;

/** Since when a user may, or may no longer, see the jobs of a partner. */
public sealed interface TechnicianEvent {
    String userId();

    String partnerId();

    @EventName("technician.enabled.v1")
    record Enabled(String userId, String partnerId, long version, Instant at) implements TechnicianEvent {}

    @EventName("technician.disabled.v1")
    record Disabled(String userId, String partnerId, long version, Instant at) implements TechnicianEvent {}
}
