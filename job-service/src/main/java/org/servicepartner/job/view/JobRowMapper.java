package org.servicepartner.job.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobStatus;

final class JobRowMapper implements RowMapper<JobRow> {
    private final JsonMapper json;

    JobRowMapper(JsonMapper json) {
        this.json = json;
    }

    @Override
    public JobRow mapRow(ResultSet row, int number) throws SQLException {
        return new JobRow(
                row.getString("job_id"),
                row.getString("fleet_id"),
                row.getString("partner_id"),
                JobStatus.valueOf(row.getString("status")),
                row.getString("technician_id"),
                row.getString("started_under"),
                json.readValue(row.getBytes("details"), JobDetails.class),
                work(row.getBytes("work")),
                row.getLong("version"),
                instant(row, "assigned_at"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                row.getLong("changed_index"));
    }

    private @Nullable JobWork work(byte @Nullable [] work) {
        return work == null ? null : json.readValue(work, JobWork.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
