package org.servicepartner.notification.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.notification.domain.FleetConnectionRequest;
import org.servicepartner.notification.domain.Language;

/**
 * Requests for fleet connections, pending until anything else is told of them: no decision is ever taken back, so whatever comes
 * first, what is over stays over.
 */
public class Requests {
    private final JdbcClient jdbc;

    public Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether this is news: false if the request, or its decision, was told before. */
    public boolean added(FleetConnectionRequest request, Optional<Instant> remindAt) {
        return jdbc.sql("insert into request_copy (connection_id, pending, request, expires_at, remind_at)"
                                + " values (?, true, ?::jsonb, ?, ?) on conflict do nothing")
                        .params(
                                request.connectionId(),
                                Stored.json(request),
                                Stored.time(request.expiresAt()),
                                Stored.time(remindAt))
                        .update()
                == 1;
    }

    /** It was decided or withdrawn, or its time is over. */
    public void ended(UUID connectionId) {
        jdbc.sql("insert into request_copy (connection_id, pending) values (?, false)"
                        + " on conflict (connection_id) do update set pending = false, remind_at = null")
                .param(connectionId)
                .update();
    }

    /** Whether it can still be answered. */
    public boolean isPending(UUID connectionId, Instant now) {
        return jdbc.sql(
                        "select exists (select from request_copy where connection_id = ? and pending and expires_at > ?)")
                .params(connectionId, Stored.time(now))
                .query(Boolean.class)
                .single();
    }

    public Optional<Language> languageOf(UUID connectionId) {
        return jdbc.sql("select request ->> 'language' from request_copy"
                        + " where connection_id = ? and request is not null")
                .param(connectionId)
                .query(String.class)
                .optional()
                .map(Language::of);
    }

    /** Pending requests that somebody is to be reminded of; nobody gets them a second time. */
    public List<FleetConnectionRequest> takeThoseToRemindOf(Instant now, int atMost) {
        return jdbc
                .sql("""
                update request_copy set remind_at = null where connection_id in (
                    select connection_id from request_copy where pending and remind_at <= ?
                    order by remind_at limit ? for update skip locked)
                returning request
                """)
                .params(Stored.time(now), atMost)
                .query((row, n) -> Stored.facts(row.getString(1), FleetConnectionRequest.class))
                .list()
                .stream()
                .filter(request -> request.expiresAt().isAfter(now))
                .toList();
    }
}
