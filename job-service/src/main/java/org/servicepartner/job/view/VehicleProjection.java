package org.servicepartner.job.view;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.job.domain.Job;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** Keeps {@code vehicle_work}: which technicians have started which jobs on which vehicles. */
public class VehicleProjection implements Projection {
    private final EventLog log;
    private final JdbcClient jdbc;

    public VehicleProjection(EventLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "vehicle-work";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.payload() instanceof JobEvent.Started started) {
                String vin = vin(recorded);
                if (vin != null) {
                    jdbc.sql(
                                    "insert into vehicle_work (vin, technician_id, job_id) values (?, ?, ?) on conflict do nothing")
                            .params(vin, started.technicianId(), started.jobId())
                            .update();
                }
            }
        }
    }

    /** Of the vehicle at that moment, which the provider or a technician has filled in, with the start or before. */
    private @Nullable String vin(RecordedEvent started) {
        return Past.of(log.ofAggregate(Job.class, started.aggregateId()).stream()
                        .filter(event -> event.index() <= started.index())
                        .map(Past.Fact::of)
                        .toList())
                .vin();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from vehicle_work").update();
    }
}
