package org.servicepartner.notification.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.LetterKind;

/**
 * The letters that were ordered and what became of them. One per cause and recipient, however often it is ordered: also when it is
 * not known any more who the recipient was.
 */
public final class Outbox {
    private static final int LONGEST_ERROR = 500;
    private static final Pattern TOKEN = Pattern.compile("\\.[\\w-]{43}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Delivery delivery) {
        Timestamp orderedAt = Timestamp.from(delivery.orderedAt());
        jdbc.sql("""
                        insert into delivery (cause_id, recipient, language, template, letter, ordered_at, next_attempt_at)
                        select :cause, :recipient, :language, :template, :letter::jsonb, :at, :at
                        where not exists (select from delivery where cause_id = :cause and recipient = md5(:cause || :recipient))
                        on conflict do nothing
                        """)
                .param("cause", delivery.causeId())
                .param("recipient", delivery.recipient())
                .param("language", delivery.language().name())
                .param("template", LetterKind.of(delivery.letter()).name())
                .param("letter", JSON.writeValueAsString(delivery.letter()))
                .param("at", orderedAt)
                .update();
    }

    /** One delivery whose time has come; no other transaction gets it before the current one ends. */
    Optional<Delivery> claimDue(Instant now) {
        return jdbc.sql("select cause_id, recipient, language, template, letter, attempts, ordered_at from delivery"
                        + " where state = 'PENDING' and next_attempt_at <= ?"
                        + " order by next_attempt_at limit 1 for update skip locked")
                .param(Timestamp.from(now))
                .query((row, n) -> new Delivery(
                        row.getString("cause_id"),
                        row.getString("recipient"),
                        Language.valueOf(row.getString("language")),
                        JSON.readValue(
                                row.getString("letter"),
                                LetterKind.valueOf(row.getString("template")).letter()),
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
                .params(Timestamp.from(at), bearable(error), delivery.causeId(), delivery.recipient())
                .update();
    }

    void failed(Delivery delivery, Instant at, String error) {
        jdbc.sql("update delivery set state = 'FAILED', attempts = attempts + 1, ended_at = ?, last_error = ?"
                        + " where cause_id = ? and recipient = ?")
                .params(Timestamp.from(at), bearable(error), delivery.causeId(), delivery.recipient())
                .update();
    }

    /** It is not sent any more; the reason is in the log in place of an error. */
    void superseded(Delivery delivery, Instant at, String reason) {
        jdbc.sql("update delivery set state = 'SUPERSEDED', ended_at = ?, last_error = ?"
                        + " where cause_id = ? and recipient = ?")
                .params(Timestamp.from(at), reason, delivery.causeId(), delivery.recipient())
                .update();
    }

    /**
     * Of letters that ended before this moment stays what became of them, but neither to whom they went nor what they were about: in
     * place of the address is its digest, by which a letter that is ordered once more is recognised.
     */
    int forgetPeople(Instant endedBefore) {
        return jdbc.sql("update delivery set recipient = md5(cause_id || recipient), letter = '{}', last_error = null"
                        + " where ended_at < ? and letter <> '{}'")
                .param(Timestamp.from(endedBefore))
                .update();
    }

    /**
     * What became of the letters to this person stays, but not to whom they went, nor what they were about; those that wait are not
     * sent. Letters to others do not name the person any more.
     *
     * @param isTheirs whether an address is to be forgotten
     */
    public void forget(UUID userId, Predicate<String> isTheirs, Instant at) {
        jdbc.sql("select distinct recipient from delivery where letter <> '{}'").query(String.class).list().stream()
                .filter(isTheirs)
                .forEach(address -> forget(address, at));
        jdbc.sql("update delivery set letter = letter - 'invitedBy' where letter ->> 'invitedById' = ?")
                .param(userId.toString())
                .update();
    }

    private void forget(String recipient, Instant at) {
        jdbc.sql("""
                        update delivery set recipient = gen_random_uuid()::text, letter = '{}', last_error = null,
                            state = case state when 'PENDING' then 'SUPERSEDED' else state end,
                            ended_at = coalesce(ended_at, :at)
                        where recipient = :recipient
                        """)
                .param("recipient", recipient)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many letters wait to be sent. */
    public long pending() {
        return jdbc.sql("select count(*) from delivery where state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    /** When the oldest letter that waits to be sent was ordered. */
    public Optional<Instant> oldestPending() {
        return jdbc.sql("select ordered_at from delivery where state = 'PENDING' order by ordered_at limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** A mail server may quote what it does not like; the token of a link must not get into the log by that. */
    private static String bearable(String error) {
        String harmless = TOKEN.matcher(error).replaceAll(".***");
        return harmless.length() <= LONGEST_ERROR ? harmless : harmless.substring(0, LONGEST_ERROR);
    }
}
