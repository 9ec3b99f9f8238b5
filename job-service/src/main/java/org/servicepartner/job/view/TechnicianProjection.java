package org.servicepartner.job.view;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** Keeps {@code technician_view}. */
public class TechnicianProjection implements Projection {
    private final JdbcClient jdbc;

    public TechnicianProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "technician-view";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.payload() instanceof TechnicianEvent event) {
                jdbc.sql("""
                                insert into technician_view (user_id, partner_id, active, changed_index) values (?, ?, ?, ?)
                                on conflict (user_id) do update set partner_id = excluded.partner_id, active = excluded.active,
                                    changed_index = excluded.changed_index
                                """)
                        .params(
                                event.userId(),
                                event.partnerId(),
                                event instanceof TechnicianEvent.Enabled,
                                recorded.index())
                        .update();
            }
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from technician_view").update();
    }
}
