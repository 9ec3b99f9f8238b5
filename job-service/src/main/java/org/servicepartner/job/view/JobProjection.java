package org.servicepartner.job.view;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** Keeps {@code job_view}: one query and one multi-row upsert for a whole batch of events. */
public class JobProjection implements Projection {
    private static final String UPSERT = """
            insert into job_view (job_id, fleet_id, partner_id, status, technician_id, started_under, details, work, version,
                assigned_at, changed_at, position, changed_index)
            select * from unnest(?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::json[], ?::json[], ?::bigint[],
                ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::bigint[])
            on conflict (job_id) do update set partner_id = excluded.partner_id, status = excluded.status,
                technician_id = excluded.technician_id, started_under = excluded.started_under, details = excluded.details, work = excluded.work,
                version = excluded.version, assigned_at = excluded.assigned_at, changed_at = excluded.changed_at,
                position = excluded.position, changed_index = excluded.changed_index
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public JobProjection(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String name() {
        return "job-view";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        Map<String, JobRow> rows = knownRows(events);
        Set<String> touched = new HashSet<>();
        for (RecordedEvent recorded : events) {
            if (recorded.payload() instanceof JobEvent event) {
                JobRow row = JobRow.after(rows.get(event.jobId()), recorded, event);
                if (row != null) {
                    rows.put(event.jobId(), row);
                    touched.add(event.jobId());
                }
            }
        }
        rows.keySet().retainAll(touched);
        if (!rows.isEmpty()) {
            upsert(rows.values());
        }
    }

    /** The rows of jobs that were created before this batch, in the order of their ids so that locks are taken in one order. */
    private Map<String, JobRow> knownRows(List<RecordedEvent> events) {
        Set<String> createdHere = new HashSet<>();
        Set<String> createdBefore = new HashSet<>();
        for (RecordedEvent recorded : events) {
            if (recorded.payload() instanceof JobEvent.Created created) {
                createdHere.add(created.jobId());
            } else if (recorded.payload() instanceof JobEvent event && !createdHere.contains(event.jobId())) {
                createdBefore.add(event.jobId());
            }
        }
        Map<String, JobRow> rows = new TreeMap<>();
        if (!createdBefore.isEmpty()) {
            jdbc.sql("select * from job_view where job_id = any(?)")
                    .param(createdBefore.toArray(String[]::new))
                    .query(new JobRowMapper(json))
                    .list()
                    .forEach(row -> rows.put(row.jobId(), row));
        }
        return rows;
    }

    private void upsert(Collection<JobRow> rows) {
        jdbc.sql(UPSERT)
                .params(
                        texts(rows, JobRow::jobId),
                        texts(rows, JobRow::fleetId),
                        texts(rows, JobRow::partnerId),
                        texts(rows, row -> row.status().name()),
                        texts(rows, JobRow::technicianId),
                        texts(rows, JobRow::heldUnder),
                        texts(rows, row -> json.writeValueAsString(row.details())),
                        texts(rows, row -> row.work() == null ? null : json.writeValueAsString(row.work())),
                        numbers(rows, JobRow::version),
                        texts(
                                rows,
                                row -> row.assignedAt() == null
                                        ? null
                                        : row.assignedAt()
                                                .atOffset(ZoneOffset.UTC)
                                                .toString()),
                        texts(
                                rows,
                                row -> row.changedAt().atOffset(ZoneOffset.UTC).toString()),
                        numbers(rows, JobRow::position),
                        numbers(rows, JobRow::changedIndex))
                .update();
    }

    private static String[] texts(Collection<JobRow> rows, Function<JobRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<JobRow> rows, Function<JobRow, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from job_view").update();
    }
}
