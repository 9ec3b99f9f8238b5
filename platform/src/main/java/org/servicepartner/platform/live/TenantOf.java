package org.servicepartner.platform.live;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.RecordedEvent;

/** Says whose pages an event concerns. */
@FunctionalInterface
public interface TenantOf {
    /** The tenant, or null if the event changes no page. */
    @Nullable
    String tenantOf(RecordedEvent event);
}
