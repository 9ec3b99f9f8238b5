package org.servicepartner.platform.idempotency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives every request its one effect, however often it comes. The memory of a request and its effect are one transaction: two at
 * once under one key wait for each other, and a crash leaves both or neither. What is refused by throwing is not remembered.
 *
 * <p>The service that uses it has the table {@code idempotent_request} (owner, key, content, status, headers, body, received_at).
 */
public class IdempotentRequests {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotentRequests.class);
    private static final int ATTEMPTS = 5;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionManager transactions;
    private final Duration remembered;

    /** @param remembered how long a request that comes again gets the first answer */
    public IdempotentRequests(JdbcClient jdbc, JsonMapper json, TransactionManager transactions, Duration remembered) {
        this.jdbc = jdbc;
        this.json = json;
        this.transactions = transactions;
        this.remembered = remembered;
    }

    /** What a request does. */
    @FunctionalInterface
    public interface Request {
        /**
         * Has the effect. Commands sent here are part of the transaction. It may be called again, if somebody else changed the same
         * aggregate at the same time.
         *
         * @return tells the answer; asked when events and read models are written, right before the commit
         */
        Supplier<Answer> act();
    }

    /** An answer, and whether it is that of an earlier request. */
    public record Answered(Answer answer, boolean replayed) {}

    /**
     * Answers the request, and has its effect if it is the first one with this key.
     *
     * @param owner whose keys these are
     * @param content a hash of what is asked for
     * @throws KeyReusedException if the key was used for something else
     * @throws ConcurrencyException if others were faster time and again
     */
    public Answered once(String owner, String key, UUID content, Request request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inOneTransaction(owner, key, content, request);
            } catch (ConcurrencyException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw new ConcurrencyException("Others were faster " + ATTEMPTS + " times", e);
                }
                LOG.debug("Somebody else was faster, trying again: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(5L * attempt, 20L * attempt)));
            }
        }
    }

    private Answered inOneTransaction(String owner, String key, UUID content, Request request) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("request"));
        unitOfWork.attachTransaction(transactions);
        Answered[] answered = new Answered[1];
        ResultMessage<Void> result = unitOfWork.executeWithResult(
                () -> {
                    if (isFirst(owner, key, content)) {
                        Supplier<Answer> answer = request.act();
                        unitOfWork.onPrepareCommit(written -> {
                            answered[0] = new Answered(answer.get(), false);
                            remember(owner, key, answered[0].answer);
                        });
                    } else {
                        answered[0] = new Answered(remembered(owner, key, content), true);
                    }
                    return null;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            Throwable cause = result.exceptionResult();
            throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
        }
        return answered[0];
    }

    /** Waits for a request with the same key that is under way. */
    private boolean isFirst(String owner, String key, UUID content) {
        return jdbc.sql("insert into idempotent_request (owner, key, content) values (?, ?, ?) on conflict do nothing")
                        .params(owner, key, content)
                        .update()
                == 1;
    }

    private void remember(String owner, String key, Answer answer) {
        jdbc.sql(
                        "update idempotent_request set status = ?, headers = ?::json, body = ?::json where owner = ? and key = ?")
                .params(answer.status(), json.writeValueAsString(answer.headers()), answer.body(), owner, key)
                .update();
    }

    private Answer remembered(String owner, String key, UUID content) {
        Optional<Remembered> known = jdbc.sql(
                        "select content, status, headers, body from idempotent_request where owner = ? and key = ?")
                .params(owner, key)
                .query((row, number) -> new Remembered(
                        row.getObject(1, UUID.class),
                        new Answer(row.getInt(2), json.readValue(row.getString(3), HEADERS), row.getString(4))))
                .optional();
        if (known.isEmpty()) {
            throw new ConcurrencyException("The request was forgotten at this moment");
        }
        if (!known.get().content.equals(content)) {
            throw new KeyReusedException(key);
        }
        return known.get().answer;
    }

    private record Remembered(UUID content, Answer answer) {}

    /** Every replica may do so: what one has deleted the other does not find. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    public void forget() {
        int forgotten = jdbc.sql("delete from idempotent_request where received_at < now() - make_interval(secs => ?)")
                .param(remembered.toSeconds())
                .update();
        LOG.debug("Forgot {} requests", forgotten);
    }
}
