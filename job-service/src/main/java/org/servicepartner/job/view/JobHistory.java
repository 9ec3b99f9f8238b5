package org.servicepartner.job.view;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.job.domain.Job;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * What has happened to jobs, computed from stored events alone. The tables only say where to look: which connections a pair has had,
 * which users a partner, and which jobs a vehicle.
 */
public class JobHistory {
    private final EventLog log;
    private final UserNames names;
    private final JdbcClient jdbc;
    private final Clock clock;

    public JobHistory(EventLog log, UserNames names, JdbcClient jdbc, Clock clock) {
        this.log = log;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The job with its time line; empty if there is none. */
    public Optional<PastJob> job(String jobId) {
        List<RecordedEvent> events = log.ofAggregate(Job.class, jobId);
        Past past = past(events);
        return past.fleetId() == null
                ? Optional.empty()
                : Optional.of(new PastJob(
                        jobId,
                        past.fleetId(),
                        past.partnerId(),
                        past.status().name(),
                        JobTimeline.of(events.stream().map(JobTimeline.Fact::of).toList(), names::of)));
    }

    /** Whether the job has been given to the partner. */
    public boolean isOf(String partnerId, String jobId) {
        return partnerId.equals(past(log.ofAggregate(Job.class, jobId)).partnerId());
    }

    /**
     * Who could see the job at the moment, and who could reach its vehicle; empty if there is no such job.
     *
     * @param at null for now: after everything that is recorded
     */
    public Optional<JobVisibility> visibility(String jobId, @Nullable Instant at) {
        Past now = past(log.ofAggregate(Job.class, jobId));
        return now.fleetId() == null
                ? Optional.empty()
                : Optional.of(visibility(jobId, now.fleetId(), now.partnerId(), at));
    }

    private JobVisibility visibility(String jobId, String fleetId, @Nullable String partnerId, @Nullable Instant at) {
        List<String> ids = new ArrayList<>(List.of(jobId));
        if (partnerId != null) {
            ids.addAll(jdbc.sql("select connection_id from connection_view where partner_id = ? and fleet_id = ?")
                    .params(partnerId, fleetId)
                    .query(String.class)
                    .list());
            ids.addAll(jdbc.sql("select user_id from technician_view where partner_id = ?")
                    .param(partnerId)
                    .query(String.class)
                    .list());
        }
        List<Past.Fact> facts = log.ofAggregates(ids.toArray(String[]::new)).stream()
                .filter(event -> !(event.payload() instanceof JobEvent)
                        || event.aggregateId().equals(jobId))
                .sorted(Comparator.comparingLong(RecordedEvent::index))
                .map(Past.Fact::of)
                .toList();
        Past past = at == null ? Past.of(facts) : Past.at(at, facts);
        Map<String, Person> people = names.of(past.seenBy());
        return new JobVisibility(
                jobId,
                at == null ? clock.instant() : at,
                !past.seenBy().isEmpty(),
                past.seenBy().stream().map(people::get).toList(),
                past.access(),
                past.because());
    }

    /**
     * What is known of the vehicle's jobs, those that gave access to it at the moment first: the jobs that a partner was given for it,
     * and those that were ever started on it. A job that was running on another vehicle then is none of them.
     */
    public List<JobVisibility> accessTo(String vin, @Nullable Instant at) {
        return jdbc.sql("""
                        select job_id from vehicle_work where vin = ?
                        union select job_id from job_view where details ->> 'vin' = ? and partner_id is not null
                        """).params(vin, vin).query(String.class).list().stream()
                .flatMap(jobId -> visibility(jobId, at).stream())
                .filter(job -> job.access() == null || job.access().vin().equals(vin))
                .sorted(Comparator.comparing(job -> job.access() == null))
                .toList();
    }

    /** How the last work of a technician on a vehicle ended. */
    public record LastWork(
            String jobId,
            String fleetId,
            Ending how,
            @Nullable String reason,
            Instant endedAt) {}

    /** How a technician's work on a job can end. */
    public enum Ending {
        SUCCEEDED,
        FAILED,
        RELEASED
    }

    /** The technician's last work on the vehicle that has ended. */
    public Optional<LastWork> lastWork(String technicianId, String vin) {
        return jdbc
                .sql("select job_id from vehicle_work where vin = ? and technician_id = ?")
                .params(vin, technicianId)
                .query(String.class)
                .list()
                .stream()
                .flatMap(jobId -> ending(technicianId, log.ofAggregate(Job.class, jobId)).stream())
                .max(Comparator.comparing(LastWork::endedAt));
    }

    private static Optional<LastWork> ending(String technicianId, List<RecordedEvent> events) {
        boolean held = false;
        LastWork last = null;
        for (RecordedEvent recorded : events) {
            switch ((JobEvent) recorded.payload()) {
                case JobEvent.Accepted event -> held = technicianId.equals(event.technicianId());
                case JobEvent.Started event -> held = technicianId.equals(event.technicianId());
                case JobEvent.Released event -> {
                    last = held
                            ? new LastWork(
                                    event.jobId(),
                                    event.fleetId(),
                                    Ending.RELEASED,
                                    event.reason(),
                                    recorded.recordedAt())
                            : last;
                    held = false;
                }
                case JobEvent.Succeeded event ->
                    last = held
                            ? new LastWork(
                                    event.jobId(), event.fleetId(), Ending.SUCCEEDED, null, recorded.recordedAt())
                            : last;
                case JobEvent.Failed event ->
                    last = held
                            ? new LastWork(
                                    event.jobId(),
                                    event.fleetId(),
                                    Ending.FAILED,
                                    event.reason(),
                                    recorded.recordedAt())
                            : last;
                default -> {}
            }
        }
        return Optional.ofNullable(last);
    }

    private static Past past(List<RecordedEvent> events) {
        return Past.of(events.stream().map(Past.Fact::of).toList());
    }

    /** What others than the technician have changed since the version. */
    public List<TimelineEntry> byOthersSince(String jobId, long version, String technicianId) {
        return JobTimeline.of(
                log.ofAggregate(Job.class, jobId).stream()
                        .map(JobTimeline.Fact::of)
                        .toList(),
                fact -> fact.sequence() > version && fact.event().isChangeByOthersThan(technicianId),
                names::of);
    }
}
