package org.servicepartner.job.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * What has happened to jobs, computed from stored events alone. The tables only say where to look: which connections a pair has had,
 * which users a partner, and on which jobs a vehicle was worked on.
 */
public class JobHistory {
    private final EventLog log;
    private final UserNames names;
    private final JdbcClient jdbc;

    public JobHistory(EventLog log, UserNames names, JdbcClient jdbc) {
        this.log = log;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** The job with its time line; empty if there is none. */
    public Optional<PastJob> job(String jobId) {
        List<RecordedEvent> events = log.ofAggregate(jobId, 0);
        Past past = Past.of(events.stream().map(JobHistory::fact).toList());
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
        return job(jobId).map(PastJob::partnerId).filter(partnerId::equals).isPresent();
    }

    /** Who could see the job at the moment, and who could reach its vehicle; empty if there is no such job. */
    public Optional<JobVisibility> visibility(String jobId, Instant at) {
        return job(jobId).map(job -> visibility(job, at));
    }

    private JobVisibility visibility(PastJob job, Instant at) {
        long until = log.headAt(at.plus(1, ChronoUnit.MICROS));
        List<String> ids = new ArrayList<>(List.of(job.jobId()));
        if (job.partnerId() != null) {
            ids.addAll(jdbc.sql("select connection_id from connection_view where partner_id = ? and fleet_id = ?")
                    .params(job.partnerId(), job.fleetId())
                    .query(String.class)
                    .list());
            ids.addAll(jdbc.sql("select user_id from technician_view where partner_id = ?")
                    .param(job.partnerId())
                    .query(String.class)
                    .list());
        }
        Past past = Past.of(log.ofAggregates(ids.toArray(String[]::new)).stream()
                .filter(event -> event.index() <= until)
                .sorted(Comparator.comparingLong(RecordedEvent::index))
                .map(JobHistory::fact)
                .toList());
        Map<String, Person> people = names.of(past.seenBy());
        return new JobVisibility(
                job.jobId(),
                at,
                !past.seenBy().isEmpty(),
                past.seenBy().stream().map(people::get).toList(),
                past.access(),
                past.because());
    }

    /** What is known of the jobs on which the vehicle was worked on, those that gave access at the moment first. */
    public List<JobVisibility> accessTo(String vin, Instant at) {
        return jdbc
                .sql(
                        "select job_id from job_view where details ->> 'vin' = ? and (work is not null or technician_id is not null)")
                .param(vin)
                .query(String.class)
                .list()
                .stream()
                .flatMap(jobId -> visibility(jobId, at).stream())
                .sorted(Comparator.comparing(job -> job.access() == null))
                .toList();
    }

    private static Past.Fact fact(RecordedEvent recorded) {
        return new Past.Fact(recorded.eventId(), recorded.type(), recorded.recordedAt(), recorded.payload());
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
