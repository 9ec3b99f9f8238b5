package org.servicepartner.job.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may reach which vehicle: the technician of a running job, while the connection under which it runs is accepted and he is an
 * active technician. Nothing stores it; it is a join at the moment of the query.
 */
public class VehicleAccesses {
    private static final String RUNNING = """
            select j.*, c.state = 'ACCEPTED' as connected, coalesce(t.active and t.partner_id = j.partner_id, false) as active
            from job_view j left join connection_view c on c.connection_id = j.started_under
                left join technician_view t on t.user_id = j.technician_id
            where j.status = 'RUNNING' and
            """;

    private final JdbcClient jdbc;
    private final JobRowMapper rows;

    public VehicleAccesses(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = new JobRowMapper(json);
    }

    /** A running job, and whether it gives access. */
    public record RunningJob(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            @Nullable String vin,
            @Nullable String licensePlate,
            @Nullable String telematicsUnitId,
            Instant since,
            boolean connected,
            boolean active) {
        public boolean givesAccess() {
            return vin != null && connected && active;
        }
    }

    /** Those of the jobs that are running. */
    public List<RunningJob> amongst(Collection<String> jobIds) {
        return jdbc.sql(RUNNING + " j.job_id = any(?)")
                .param(jobIds.toArray(String[]::new))
                .query(this::runningJob)
                .list();
    }

    /** The running jobs of the technician on the vehicle, oldest start first. */
    public List<RunningJob> of(String technicianId, String vin) {
        return jdbc
                .sql(RUNNING + " j.technician_id = ? and j.details ->> 'vin' = ?")
                .params(technicianId, vin)
                .query(this::runningJob)
                .list()
                .stream()
                .sorted(Comparator.comparing(RunningJob::since))
                .toList();
    }

    /** Ids of the jobs on which the technician works. */
    public List<String> runningOf(String technicianId) {
        return jdbc.sql("select job_id from job_view where status = 'RUNNING' and technician_id = ?")
                .param(technicianId)
                .query(String.class)
                .list();
    }

    private RunningJob runningJob(ResultSet result, int number) throws SQLException {
        JobRow job = rows.mapRow(result, number);
        Instant since = job.work() == null ? null : job.work().runningSince();
        return new RunningJob(
                job.jobId(),
                job.fleetId(),
                job.partnerId(),
                job.technicianId(),
                job.details().vin(),
                job.details().licensePlate(),
                job.details().telematicsUnitId(),
                since == null ? job.changedAt() : since,
                result.getBoolean("connected"),
                result.getBoolean("active"));
    }
}
