package org.servicepartner.notification.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Template;

/** The letters that were ordered and what became of them. One per cause and recipient, however often it is ordered. */
public final class Outbox {
    private static final int LONGEST_ERROR = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Delivery delivery) {
        Timestamp orderedAt = Timestamp.from(delivery.orderedAt());
        jdbc.sql("insert into delivery (cause_id, recipient, template, letter, ordered_at, next_attempt_at)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing")
                .params(
                        delivery.causeId(),
                        delivery.recipient(),
                        Template.of(delivery.letter()).name(),
                        JSON.writeValueAsString(delivery.letter()),
                        orderedAt,
                        orderedAt)
                .update();
    }

    /** One delivery whose time has come; no other transaction gets it before the current one ends. */
    Optional<Delivery> claimDue(Instant now) {
        return jdbc.sql("select cause_id, recipient, template, letter, attempts, ordered_at from delivery"
                        + " where state = 'PENDING' and next_attempt_at <= ?"
                        + " order by next_attempt_at limit 1 for update skip locked")
                .param(Timestamp.from(now))
                .query((row, n) -> new Delivery(
                        row.getString("cause_id"),
                        row.getString("recipient"),
                        JSON.readValue(
                                row.getString("letter"),
                                Template.valueOf(row.getString("template")).letter()),
                        row.getInt("attempts"),
                        row.getTimestamp("ordered_at").toInstant()))
                .optional();
    }

    void sent(Delivery delivery, Instant at) {
        jdbc.sql("update delivery set state = 'SENT', attempts = attempts + 1, ended_at = ?, last_error = null"
                        + " where cause_id = ? and recipient = ?")
                .params(Timestamp.from(at), delivery.causeId(), delivery.recipient())
                .update();
    }

    void tryAgain(Delivery delivery, Instant at, String error) {
        jdbc.sql("update delivery set attempts = attempts + 1, next_attempt_at = ?, last_error = ?"
                        + " where cause_id = ? and recipient = ?")
                .params(Timestamp.from(at), shortened(error), delivery.causeId(), delivery.recipient())
                .update();
    }

    void failed(Delivery delivery, Instant at, String error) {
        jdbc.sql("update delivery set state = 'FAILED', attempts = attempts + 1, ended_at = ?, last_error = ?"
                        + " where cause_id = ? and recipient = ?")
                .params(Timestamp.from(at), shortened(error), delivery.causeId(), delivery.recipient())
                .update();
    }

    private static String shortened(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
