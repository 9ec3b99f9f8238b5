package org.servicepartner.job.view;

import java.util.List;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.platform.eventstore.EventLog;

/** What has happened to a job, from its stored events alone. */
public class JobHistory {
    private final EventLog log;
    private final UserNames names;

    public JobHistory(EventLog log, UserNames names) {
        this.log = log;
        this.names = names;
    }

    /** What others than the technician have changed since the version. */
    public List<TimelineEntry> byOthersSince(String jobId, long version, String technicianId) {
        return JobTimeline.of(
                log.ofAggregate(jobId, 0).stream().map(JobTimeline.Fact::of).toList(),
                fact -> fact.sequence() > version
                        && !(fact.event() instanceof JobEvent.ChangeRefused)
                        && !technicianId.equals(fact.event().byTechnician()),
                names::of);
    }
}
