package org.servicepartner.job.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * The event log as those see it who follow the visible jobs. A job that changed several times comes once, with its last change;
 * a job that became visible together with its fleet comes with the fleet. So whoever reads on from any place misses nothing
 * and gets nothing twice.
 *
 * <p>One leader reads on for all others: what it read is kept for them a while, and up to its place they ask no database. What it
 * read before something was hidden is forgotten, so that nobody who is late is shown it.
 */
public class JobChanges {
    private static final int KEPT = 4_000;

    private final EventLog log;
    private final VisibleJobs jobs;
    private final ConcurrentSkipListMap<Long, Page> kept = new ConcurrentSkipListMap<>();
    private int weight;
    private volatile int hidings;
    private volatile long led = Long.MAX_VALUE;

    public JobChanges(EventLog log, VisibleJobs jobs) {
        this.log = log;
        this.jobs = jobs;
    }

    /**
     * The changes of the next stretch of the log; none beyond the leader's place.
     *
     * @param after index of the last event already seen
     */
    public Page after(long after) {
        Map.Entry<Long, Page> known = kept.floorEntry(after);
        if (known != null && known.getValue().until() > after) {
            return known.getValue().after(after);
        }
        return after >= led ? Page.of(after, after, List.of(), hidings) : read(after);
    }

    /** Whether something has been hidden since it was read. Who has not shown all of it reads again from where he is. */
    public boolean isOutdated(Page page) {
        return page.hidings() != hidings;
    }

    /** The leader begins. From now on {@link #lead} tells of every change after the place that is returned. */
    public long beginToLead() {
        led = log.head();
        return led;
    }

    /** The changes of the next stretch of the log, for the leader; the others get them from now on. */
    public Page lead(long after) {
        Page page = read(after);
        if (page.hides()) {
            hidings = page.hidings() + 1;
            forget();
            page = page.readAt(hidings);
        }
        keep(page);
        led = page.until();
        return page;
    }

    /** Everybody reads for himself again. */
    public void endToLead() {
        led = Long.MAX_VALUE;
        forget();
    }

    private void keep(Page page) {
        if (page.until() > page.after()) {
            kept.put(page.after(), page);
            weight += page.weight();
        }
        while (weight > KEPT) {
            weight -= kept.pollFirstEntry().getValue().weight();
        }
    }

    private void forget() {
        kept.clear();
        weight = 0;
    }

    private Page read(long after) {
        int known = hidings;
        List<RecordedEvent> events = log.after(after);
        return events.isEmpty()
                ? Page.of(after, after, List.of(), known)
                : Page.of(after, events.getLast().index(), changes(events), known);
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
                        changes.add(new JobChange.JobChanged(index, recorded.publishedAt(), job));
                    }
                }
                case ConnectionEvent.Accepted event ->
                    changes.add(new JobChange.FleetShown(
                            index, recorded.publishedAt(), event.partnerId(), event.fleetId()));
                case ConnectionEvent.Ended event -> {
                    if (!jobs.isVisibleSinceBefore(index, event.partnerId(), event.fleetId())) {
                        changes.add(new JobChange.FleetHidden(
                                index, recorded.publishedAt(), event.partnerId(), event.fleetId()));
                    }
                }
                case TechnicianEvent.Disabled event ->
                    changes.add(new JobChange.TechnicianDisabled(index, recorded.publishedAt(), event.userId()));
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
     * @param hidings how often something had been hidden when it was read
     */
    public record Page(
            long after, long until, List<JobChange> changes, Set<String> partners, Set<String> users, int hidings) {
        static Page of(long after, long until, List<JobChange> changes, int hidings) {
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
            return new Page(after, until, changes, partners, users, hidings);
        }

        private Page after(long index) {
            return index == after
                    ? this
                    : of(
                            index,
                            until,
                            changes.stream()
                                    .filter(change -> change.index() > index)
                                    .toList(),
                            hidings);
        }

        private Page readAt(int hidings) {
            return new Page(after, until, changes, partners, users, hidings);
        }

        private boolean hides() {
            return changes.stream()
                    .anyMatch(change ->
                            change instanceof JobChange.FleetHidden || change instanceof JobChange.TechnicianDisabled);
        }

        private int weight() {
            return 1 + changes.size();
        }

        /** The news that the user sees nothing any more, if it is in it. */
        public Optional<JobChange> end(String userId) {
            return changes.stream()
                    .filter(change -> change instanceof JobChange.TechnicianDisabled disabled
                            && disabled.userId().equals(userId))
                    .findFirst();
        }

        /** Whether the technician is to be told of anything in it. */
        public boolean concerns(String partnerId, String userId) {
            return partners.contains(partnerId) || users.contains(userId);
        }
    }
}
