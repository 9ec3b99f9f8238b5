package org.servicepartner.job.view;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** Keeps {@code connection_view}. An ended connection stays ended, whatever is heard of it later. */
public class ConnectionProjection implements Projection {
    private static final String UPSERT = """
            insert into connection_view (connection_id, fleet_id, partner_id, state, fleet_name, provider_name, override_allowed, changed_index)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (connection_id) do update set
                state = case when connection_view.state = 'ENDED' or excluded.state = 'REQUESTED' then connection_view.state else excluded.state end,
                fleet_name = coalesce(excluded.fleet_name, connection_view.fleet_name),
                provider_name = coalesce(excluded.provider_name, connection_view.provider_name),
                override_allowed = connection_view.override_allowed or excluded.override_allowed,
                changed_index = case when connection_view.state = 'ENDED' or excluded.state = 'REQUESTED' then connection_view.changed_index else excluded.changed_index end
            """;

    private final JdbcClient jdbc;

    public ConnectionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "connection-view";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            switch (recorded.payload()) {
                case ConnectionEvent.Requested requested ->
                    upsert(recorded, requested, "REQUESTED", requested.fleetName(), requested.providerName(), false);
                case ConnectionEvent.Accepted accepted ->
                    upsert(recorded, accepted, "ACCEPTED", null, null, accepted.overrideAllowed());
                case ConnectionEvent.Ended ended -> upsert(recorded, ended, "ENDED", null, null, false);
                default -> {}
            }
        }
    }

    private void upsert(
            RecordedEvent recorded,
            ConnectionEvent event,
            String state,
            @Nullable String fleetName,
            @Nullable String providerName,
            boolean overrideAllowed) {
        jdbc.sql(UPSERT)
                .params(
                        event.connectionId(),
                        event.fleetId(),
                        event.partnerId(),
                        state,
                        fleetName,
                        providerName,
                        overrideAllowed,
                        recorded.index())
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from connection_view").update();
    }
}
