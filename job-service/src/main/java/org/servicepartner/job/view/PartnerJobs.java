package org.servicepartner.job.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.Job;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/**
 * What the admins of a partner see of its jobs: those of fleets to which the partner has an accepted connection at the moment of
 * the query, and those that have ended while the partner worked on them.
 */
public class PartnerJobs {
    /** Every fleet that has ever asked the partner, by the names of its accepted connection, or else of its newest. */
    private static final String FLEETS = """
            with fleet as materialized (
                select distinct on (fleet_id) fleet_id, fleet_name, provider_name, bool_or(state = 'ACCEPTED') over (partition by fleet_id) as accepted
                from connection_view where partner_id = :partner
                order by fleet_id, state = 'ACCEPTED' desc, fleet_name is null, changed_index desc)
            """;

    private static final String ACCEPTED_FLEET = "fleet_id = any(array(select fleet_id from fleet where accepted))";
    private static final String VISIBLE =
            "partner_id = :partner and (status in ('SUCCEEDED', 'FAILED') or " + ACCEPTED_FLEET + ")";

    /** The text of the JSON is looked through first: most rows are spared the parsing of their fields. */
    private static final String MATCHING = """
             and (job_id like :prefix or details::text ilike :json and (
                details ->> 'vin' ilike :text or details ->> 'licensePlate' ilike :text or details ->> 'customName' ilike :text))
            """;

    private final JdbcClient jdbc;
    private final JobRowMapper rows;
    private final JsonMapper json;
    private final EventLog log;
    private final UserNames names;

    public PartnerJobs(JdbcClient jdbc, JsonMapper json, EventLog log, UserNames names) {
        this.jdbc = jdbc;
        this.rows = new JobRowMapper(json);
        this.json = json;
        this.log = log;
        this.names = names;
    }

    /**
     * A page of the partner's jobs, newest change first. A job that changes while somebody turns the pages moves to the first one;
     * no job comes twice.
     *
     * @param before only jobs with a smaller {@link AdminJob#changedIndex()}
     */
    public List<AdminJob> page(String partnerId, Filter filter, long before, int limit) {
        String sql = FLEETS + "select j.*, f.fleet_name, f.provider_name from (select * from job_view where " + VISIBLE
                + " and changed_index < :before"
                + (filter.status == null ? "" : " and status = :status")
                + (filter.fleetId == null ? "" : " and fleet_id = :fleet")
                + (filter.search == null ? "" : MATCHING)
                + " order by changed_index desc limit :limit) j left join fleet f on f.fleet_id = j.fleet_id order by j.changed_index desc";
        JdbcClient.StatementSpec query = jdbc.sql(sql)
                .param("partner", partnerId)
                .param("before", before)
                .param("limit", limit);
        if (filter.status != null) {
            query = query.param("status", filter.status.name());
        }
        if (filter.fleetId != null) {
            query = query.param("fleet", filter.fleetId);
        }
        if (filter.search != null) {
            query = query.param("prefix", escaped(filter.search.toLowerCase(Locale.ROOT)) + "%")
                    .param("text", "%" + escaped(filter.search) + "%")
                    .param("json", "%" + escaped(asInJson(filter.search)) + "%");
        }
        List<Found> found = query.query(this::found).list();
        Map<String, Person> people = people(found);
        Map<String, JobEvent.Failed> failures = failures(found);
        return found.stream()
                .map(each -> listed(each, people, failures.get(each.job.jobId())))
                .toList();
    }

    /** One job, if the partner's admins see it. */
    public Optional<AdminJobDetails> find(String partnerId, String jobId) {
        return jdbc.sql(FLEETS
                        + "select j.*, f.fleet_name, f.provider_name from (select * from job_view where job_id = :job and "
                        + VISIBLE + ") j left join fleet f on f.fleet_id = j.fleet_id")
                .param("partner", partnerId)
                .param("job", jobId)
                .query(this::found)
                .optional()
                .map(this::withTimeline);
    }

    /** What the deletion of accepted connections would touch: of all, or of the one to the fleet. */
    public Summary summary(String partnerId, @Nullable String fleetId) {
        JdbcClient.StatementSpec query = jdbc.sql(
                        FLEETS + """
                        select count(*) filter (where status = 'ASSIGNED'), count(*) filter (where status = 'RUNNING')
                        from job_view where partner_id = :partner and
                        """ + " " + ACCEPTED_FLEET + (fleetId == null ? "" : " and fleet_id = :fleet"))
                .param("partner", partnerId);
        return (fleetId == null ? query : query.param("fleet", fleetId))
                .query((row, number) -> new Summary(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The fleets of which the partner's admins may see jobs, by name. */
    public List<Fleet> fleets(String partnerId) {
        return jdbc.sql(FLEETS + """
                        select fleet_id, coalesce(fleet_name, fleet_id) as name from fleet
                        where accepted or exists (
                            select 1 from job_view j
                            where j.partner_id = :partner and j.fleet_id = fleet.fleet_id and j.status in ('SUCCEEDED', 'FAILED'))
                        order by lower(coalesce(fleet_name, fleet_id)), fleet_id
                        """)
                .param("partner", partnerId)
                .query((row, number) -> new Fleet(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Which jobs are asked for; null asks for all.
     *
     * @param search a part of VIN, license plate or custom name, or the beginning of the job id, in whatever letter case
     */
    public record Filter(
            @Nullable JobStatus status,
            @Nullable String fleetId,
            @Nullable String search) {}

    /** How many jobs of accepted connections wait or are worked on. */
    @Schema(name = "JobSummary", description = "How many jobs of accepted connections there are that have not ended.")
    public record Summary(
            @Schema(requiredMode = REQUIRED, description = "Nobody works on them yet; they would be hidden.")
            long assigned,

            @Schema(requiredMode = REQUIRED, description = "A technician works on them; they would fail.")
            long running) {}

    /** A fleet to filter by. */
    @Schema(name = "JobFleet", description = "A fleet to filter by.")
    public record Fleet(
            @Schema(requiredMode = REQUIRED) String fleetId,

            @Schema(requiredMode = REQUIRED, description = "The fleet id, if nobody has told a name.")
            String fleetName) {}

    private record Found(
            JobRow job,
            @Nullable String fleetName,
            @Nullable String providerName) {}

    private Found found(ResultSet row, int number) throws SQLException {
        return new Found(rows.mapRow(row, number), row.getString("fleet_name"), row.getString("provider_name"));
    }

    private Map<String, Person> people(List<Found> found) {
        return names.of(found.stream()
                .map(each -> each.job.technicianId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private Map<String, JobEvent.Failed> failures(List<Found> found) {
        String[] failed = found.stream()
                .filter(each -> each.job.status() == JobStatus.FAILED)
                .map(each -> each.job.jobId())
                .toArray(String[]::new);
        return failed.length == 0 ? Map.of() : failures(log.ofAggregates(failed));
    }

    private static Map<String, JobEvent.Failed> failures(Collection<RecordedEvent> events) {
        Map<String, JobEvent.Failed> failures = new HashMap<>();
        events.forEach(recorded -> {
            if (recorded.payload() instanceof JobEvent.Failed failed) {
                failures.put(failed.jobId(), failed);
            }
        });
        return failures;
    }

    private static AdminJob listed(Found found, Map<String, Person> people, JobEvent.@Nullable Failed failure) {
        JobRow job = found.job;
        return new AdminJob(
                job.jobId(),
                job.fleetId(),
                found.fleetName,
                found.providerName,
                job.status().name(),
                job.details().jobType(),
                job.details().vin(),
                job.details().licensePlate(),
                job.details().customName(),
                job.details().vehicleModel(),
                job.details().plannedServiceDate(),
                job.technicianId() == null ? null : people.get(job.technicianId()),
                job.assignedAt(),
                job.changedAt(),
                failure == null ? null : failure.reason(),
                job.changedIndex());
    }

    private AdminJobDetails withTimeline(Found found) {
        List<RecordedEvent> events = log.ofAggregate(Job.class, found.job.jobId());
        JobEvent.Failed failure = failures(events).get(found.job.jobId());
        AdminJob job = listed(found, people(List.of(found)), failure);
        return new AdminJobDetails(
                job.jobId(),
                job.fleetId(),
                job.fleetName(),
                job.providerName(),
                job.status(),
                job.jobType(),
                job.vin(),
                job.licensePlate(),
                job.customName(),
                job.vehicleModel(),
                job.plannedServiceDate(),
                found.job.details().telematicsUnitId(),
                found.job.details().configurationPreset(),
                found.job.details().instructions(),
                job.technician(),
                job.assignedAt(),
                job.changedAt(),
                job.failureReason(),
                failure == null ? null : failure.comment(),
                JobTimeline.of(events.stream().map(JobTimeline.Fact::of).toList(), names::of));
    }

    private String asInJson(String text) {
        String quoted = json.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
