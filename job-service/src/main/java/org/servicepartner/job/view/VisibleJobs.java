package org.servicepartner.job.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.platform.eventstore.EventLog;

/**
 * Who sees which job. A job is visible to the technicians of its partner if and only if the partner has an accepted connection
 * to its fleet at the moment of the query.
 */
public class VisibleJobs {
    /** The partner's accepted connection to a fleet; should two be known for a moment, the newer one. */
    private static final String ACCEPTED = """
            (select distinct on (partner_id, fleet_id) partner_id, fleet_id, connection_id, fleet_name, provider_name, override_allowed, changed_index as visible_since
             from connection_view where state = 'ACCEPTED' %s order by partner_id, fleet_id, changed_index desc) c
            """;

    private static final String VERSION_OF_LIST =
            "coalesce((select version from partner_list where partner_id = %s), 0)";

    private static final String COLUMNS =
            "select j.*, c.connection_id, c.fleet_name, c.provider_name, c.override_allowed, c.visible_since";

    private final JdbcClient jdbc;
    private final RowMapper<VisibleJob> mapper;

    public VisibleJobs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        JobRowMapper rows = new JobRowMapper(json);
        this.mapper = (row, number) -> visible(rows.mapRow(row, number), row);
    }

    /**
     * A page of the partner's visible jobs, newest first, and which state of each is to be shown.
     *
     * @param status only jobs in this state, or null for all
     * @param before only jobs with a smaller {@link Version#position()}
     */
    public Page page(String partnerId, @Nullable JobStatus status, long before, int limit) {
        String sql = "select now.head, now.version, j.* from (select " + EventLog.HEAD + " as head, "
                + VERSION_OF_LIST.formatted(":partner") + " as version) now left join ("
                + "select j.*, c.fleet_name, c.provider_name, c.override_allowed, c.visible_since from "
                + ACCEPTED.formatted("and partner_id = :partner")
                + """
                cross join lateral (
                    select job_id, position, changed_index from job_view
                    where partner_id = :partner and fleet_id = c.fleet_id and position < :before
                """
                + (status == null ? "" : " and status = '" + status + "'")
                + " order by position desc limit :limit) j order by j.position desc limit :limit) j on true order by j.position desc";
        return jdbc.sql(sql)
                .param("partner", partnerId)
                .param("before", before)
                .param("limit", limit)
                .query((ResultSetExtractor<Page>) VisibleJobs::page);
    }

    private static Page page(ResultSet rows) throws SQLException {
        long asOf = 0;
        long version = 0;
        List<Version> versions = new ArrayList<>();
        while (rows.next()) {
            asOf = rows.getLong(1);
            version = rows.getLong(2);
            if (rows.getString(3) != null) {
                versions.add(new Version(
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getBoolean(8),
                        rows.getLong(9)));
            }
        }
        return new Page(asOf, version, versions);
    }

    /** One job, if it is visible to the partner. */
    public Optional<VisibleJob> find(String partnerId, String jobId) {
        return jdbc.sql(
                        COLUMNS + " from job_view j join " + ACCEPTED.formatted("and partner_id = :partner")
                                + " on c.partner_id = j.partner_id and c.fleet_id = j.fleet_id where j.job_id = :job and j.partner_id = :partner")
                .param("partner", partnerId)
                .param("job", jobId)
                .query(mapper)
                .optional();
    }

    /** Those of the jobs that are visible to their partner's technicians. */
    public List<VisibleJob> amongst(Collection<String> jobIds) {
        return jdbc.sql(COLUMNS + """
                                 from job_view j cross join lateral (
                                    select *, changed_index as visible_since from connection_view where state = 'ACCEPTED' and partner_id = j.partner_id and fleet_id = j.fleet_id
                                    order by changed_index desc limit 1) c
                                where j.job_id = any(?)
                                """)
                .param(jobIds.toArray(String[]::new))
                .query(mapper)
                .list();
    }

    /** Those of the jobs that have been given to a partner whose technicians do not see them. */
    public List<HiddenJob> hiddenAmongst(Collection<String> jobIds) {
        return jdbc.sql("""
                        select job_id, partner_id from job_view j
                        where job_id = any(?) and partner_id is not null and not exists (
                            select 1 from connection_view c
                            where c.state = 'ACCEPTED' and c.partner_id = j.partner_id and c.fleet_id = j.fleet_id)
                        """)
                .param(jobIds.toArray(String[]::new))
                .query((row, n) -> new HiddenJob(row.getString(1), row.getString(2)))
                .list();
    }

    /** The fleets whose jobs the partner sees now, and has seen since the event with the index or before. */
    public List<String> visibleFleets(String partnerId, long index) {
        return jdbc.sql(
                        "select distinct fleet_id from connection_view where state = 'ACCEPTED' and partner_id = ? and changed_index <= ?")
                .params(partnerId, index)
                .query(String.class)
                .list();
    }

    /** Whether the pair has a connection that was accepted before the event with the index, and still is. */
    public boolean isVisibleSinceBefore(long index, String partnerId, String fleetId) {
        return jdbc.sql("""
                        select exists (select 1 from connection_view
                            where state = 'ACCEPTED' and partner_id = ? and fleet_id = ? and changed_index < ?)
                        """)
                .params(partnerId, fleetId, index)
                .query(Boolean.class)
                .single();
    }

    /** Ids of all assigned jobs of a pair, in the order of their positions, page by page. */
    public List<JobOfPair> jobsOfPair(String partnerId, String fleetId, long afterPosition, int limit) {
        return jdbc.sql("""
                        select job_id, position from job_view
                        where partner_id = ? and fleet_id = ? and position > ? order by position limit ?
                        """)
                .params(partnerId, fleetId, afterPosition, limit)
                .query((row, n) -> new JobOfPair(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Ids of the jobs that run under the connection. */
    public List<String> runningUnder(String connectionId) {
        return jdbc.sql("select job_id from job_view where status = 'RUNNING' and started_under = ?")
                .param(connectionId)
                .query(String.class)
                .list();
    }

    /** Ids of the jobs that a technician has accepted under the connection and not started yet. */
    public List<String> acceptedUnder(String connectionId) {
        return jdbc.sql("select job_id from job_view where status = 'ASSIGNED' and started_under = ?")
                .param(connectionId)
                .query(String.class)
                .list();
    }

    /** Ids of the jobs that the technician holds, and held already before the event with the index. */
    public List<String> heldSinceBefore(long index, String technicianId) {
        return jdbc.sql("""
                        select job_id from job_view where technician_id = ? and status in ('ASSIGNED', 'RUNNING')
                            and coalesce((work ->> 'heldSince')::bigint, 0) < ?
                        """).params(technicianId, index).query(String.class).list();
    }

    /** The user as an active technician of the partner; empty if he is none. */
    public Optional<ActiveTechnician> active(String userId, String partnerId) {
        return jdbc.sql("select changed_index, " + VERSION_OF_LIST.formatted("t.partner_id")
                        + " from technician_view t where user_id = ? and partner_id = ? and active")
                .params(userId, partnerId)
                .query((row, n) -> new ActiveTechnician(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /**
     * @param since index of the event that made the user one
     * @param versionOfList the {@link Page#version()} that a page of his partner's jobs would have now
     */
    public record ActiveTechnician(long since, long versionOfList) {}

    /**
     * @param asOf index of the last event that could have an influence on it
     * @param version of all that the partner's technicians see: the page is the same as long as this is
     */
    public record Page(long asOf, long version, List<Version> jobs) {}

    /**
     * One state of a visible job: whatever is shown of it is the same as long as this is.
     *
     * @param position newer jobs have a higher one
     * @param changedIndex index of the last event of the job
     * @param visibleSince index of the event that made the fleet's jobs visible
     */
    public record Version(
            String jobId,
            long position,
            long changedIndex,
            @Nullable String fleetName,
            @Nullable String providerName,
            boolean overrideAllowed,
            long visibleSince) {
        public static Version of(VisibleJob job) {
            return new Version(
                    job.jobId(),
                    job.position(),
                    job.changedIndex(),
                    job.fleetName(),
                    job.providerName(),
                    job.overrideAllowed(),
                    job.visibleSince());
        }
    }

    /** A job that its partner must not see. */
    public record HiddenJob(String jobId, String partnerId) {}

    /** A job of a (partner, fleet) pair. */
    public record JobOfPair(String jobId, long position) {}

    private static VisibleJob visible(JobRow job, ResultSet row) throws SQLException {
        return new VisibleJob(
                job.jobId(),
                job.fleetId(),
                row.getString("fleet_name"),
                row.getString("provider_name"),
                job.partnerId(),
                job.status().name(),
                job.version(),
                job.details().jobType(),
                job.details().vin(),
                job.details().licensePlate(),
                job.details().customName(),
                job.details().vehicleModel(),
                job.details().telematicsUnitId(),
                job.details().plannedServiceDate(),
                job.details().configurationPreset(),
                job.details().instructions(),
                row.getBoolean("override_allowed"),
                job.providerFields(),
                job.technicianId(),
                job.progress(),
                job.assignedAt(),
                job.changedAt(),
                row.getString("connection_id"),
                job.position(),
                row.getLong("visible_since"),
                job.changedIndex());
    }
}
