package org.servicepartner.job.domain;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventsourcing.EventSourcingHandler;

/** What has happened to the job, version by version. */
final class Changes {
    private final List<JobEvent> events = new ArrayList<>();

    @EventSourcingHandler
    void evolve(JobEvent event) {
        events.add(event);
    }

    boolean byOthersSince(long version, String technicianId) {
        return events.stream().skip(version + 1).anyMatch(event -> event.isChangeByOthersThan(technicianId));
    }
}
