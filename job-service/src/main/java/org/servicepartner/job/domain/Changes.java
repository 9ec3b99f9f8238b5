package org.servicepartner.job.domain;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** Who has changed the job with which version. A wish that was refused is a version but no change. */
final class Changes {
    private final List<Change> all = new ArrayList<>();
    private long nextVersion;

    @EventSourcingHandler
    void evolve(JobEvent event) {
        if (!(event instanceof JobEvent.ChangeRefused)) {
            all.add(new Change(nextVersion, event.byTechnician()));
        }
        nextVersion++;
    }

    boolean byOthersSince(long version, String technicianId) {
        return all.stream().anyMatch(change -> change.version > version && !technicianId.equals(change.byTechnician));
    }

    private record Change(long version, @Nullable String byTechnician) {}
}
