package org.servicepartner.job.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * The event log as those see it who follow the visible jobs. A job that changed several times comes once, with its last change;
 * a job that became visible together with its fleet comes with the fleet. So whoever reads on from any place misses nothing
 * and gets nothing twice. All readers at the same place share the work
 * until the next commit: nobody is shown what has been hidden meanwhile.
 */
public class JobChanges {
    private final EventLog log;
    private final VisibleJobs jobs;
    private Page last = Page.of(0, 0, List.of());
    private volatile boolean committedSince = true;

    public JobChanges(EventLog log, VisibleJobs jobs) {
        this.log = log;
        this.jobs = jobs;
        log.follow(() -> committedSince = true);
    }

    /**
     * The changes of the next stretch of the log.
     *
     * @param after index of the last event already seen
     */
    public synchronized Page after(long after) {
        if (after == last.after && last.until > after && !committedSince) {
            return last;
        }
        committedSince = false;
        List<RecordedEvent> events = log.after(after);
        if (events.isEmpty()) {
            return Page.of(after, after, List.of());
        }
        last = Page.of(after, events.getLast().index(), changes(events));
        return last;
    }

    private List<JobChange> changes(List<RecordedEvent> events) {
        Map<String, VisibleJob> visible = visibleAmongst(events);
        List<JobChange> changes = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            long index = recorded.index();
            switch (recorded.payload()) {
                case JobEvent event -> {
                    VisibleJob job = visible.get(event.jobId());
                    if (job != null && job.changedIndex() == index && job.visibleSince() < index) {
                        changes.add(new JobChange.JobChanged(index, job));
                    }
                }
                case ConnectionEvent.Accepted event ->
                    changes.add(new JobChange.FleetShown(index, event.partnerId(), event.fleetId()));
                case ConnectionEvent.Ended event -> {
                    if (!jobs.isVisibleSinceBefore(index, event.partnerId(), event.fleetId())) {
                        changes.add(new JobChange.FleetHidden(index, event.partnerId(), event.fleetId()));
                    }
                }
                case TechnicianEvent.Disabled event ->
                    changes.add(new JobChange.TechnicianDisabled(index, event.userId()));
                default -> {}
            }
        }
        return changes;
    }

    private Map<String, VisibleJob> visibleAmongst(List<RecordedEvent> events) {
        List<String> changed = events.stream()
                .filter(recorded -> recorded.payload() instanceof JobEvent)
                .map(RecordedEvent::aggregateId)
                .distinct()
                .toList();
        Map<String, VisibleJob> visible = new HashMap<>();
        if (!changed.isEmpty()) {
            jobs.amongst(changed).forEach(job -> visible.put(job.jobId(), job));
        }
        return visible;
    }

    /**
     * The changes of the events after {@code after} up to and including {@code until}; equal if there are no more events.
     *
     * @param partners whose technicians see a difference
     * @param users who see nothing any more
     */
    public record Page(long after, long until, List<JobChange> changes, Set<String> partners, Set<String> users) {
        static Page of(long after, long until, List<JobChange> changes) {
            Set<String> partners = new HashSet<>();
            Set<String> users = new HashSet<>();
            for (JobChange change : changes) {
                switch (change) {
                    case JobChange.JobChanged changed ->
                        partners.add(changed.job().partnerId());
                    case JobChange.FleetShown shown -> partners.add(shown.partnerId());
                    case JobChange.FleetHidden hidden -> partners.add(hidden.partnerId());
                    case JobChange.TechnicianDisabled disabled -> users.add(disabled.userId());
                }
            }
            return new Page(after, until, changes, partners, users);
        }

        /** Whether the technician is to be told of anything in it. */
        public boolean concerns(String partnerId, String userId) {
            return partners.contains(partnerId) || users.contains(userId);
        }
    }
}
