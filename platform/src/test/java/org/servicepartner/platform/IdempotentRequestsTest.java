package org.servicepartner.platform;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.idempotency.Answer;
import org.servicepartner.platform.idempotency.IdempotentRequests;
import org.servicepartner.platform.idempotency.IdempotentRequests.Answered;
import org.servicepartner.platform.idempotency.KeyReusedException;
import org.servicepartner.platform.sample.Counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdempotentRequestsTest extends RunningSample {
    private static final UUID CONTENT = UUID.randomUUID();

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionManager transactions;

    private final String owner = "owner-" + UUID.randomUUID();
    private final String counter = newCounter();
    private IdempotentRequests requests;

    @BeforeEach
    void create() {
        requests = new IdempotentRequests(jdbc, json, transactions, Duration.ofDays(14));
    }

    @Test
    void theFirstAnswerIsGivenAgainAndThereIsNoSecondEffect() {
        Answered first = requests.once(owner, "key", CONTENT, () -> add(1));
        commands.sendAndWait(new Counter.Add(counter, 10));
        Answered second = requests.once(owner, "key", CONTENT, () -> add(1));

        assertThat(first.replayed()).isFalse();
        assertThat(first.answer()).isEqualTo(new Answer(200, Map.of("ETag", "\"1\""), "{ \"total\": 1 }"));
        assertThat(second).isEqualTo(new Answered(first.answer(), true));
        assertThat(total(counter)).isEqualTo(11);
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        assertThatThrownBy(() -> requests.once(owner, "key", CONTENT, () -> {
                    add(1);
                    throw new IllegalStateException("After the effect");
                }))
                .hasMessage("After the effect");
        assertThatThrownBy(() -> requests.once(owner, "key", CONTENT, () -> {
                    add(1);
                    return () -> {
                        throw new IllegalStateException("Instead of the answer");
                    };
                }))
                .hasMessage("Instead of the answer");
        assertThat(remembered()).isZero();
        assertThat(total(counter)).isZero();

        assertThat(requests.once(owner, "key", CONTENT, () -> add(1)).replayed())
                .isFalse();
        assertThat(total(counter)).isEqualTo(1);
    }

    @Test
    void aKeyIsForOneRequestOfOneOwner() {
        requests.once(owner, "key", CONTENT, () -> add(1));

        assertThatThrownBy(() -> requests.once(owner, "key", UUID.randomUUID(), () -> add(1)))
                .isInstanceOf(KeyReusedException.class);
        assertThat(requests.once(owner, "other-key", CONTENT, () -> add(1)).replayed())
                .isFalse();
        assertThat(requests.once("another-" + owner, "key", CONTENT, () -> add(1))
                        .replayed())
                .isFalse();
        assertThat(total(counter)).isEqualTo(3);
    }

    @Test
    void whatIsOldIsForgotten() {
        requests.once(owner, "old", CONTENT, () -> add(1));
        requests.once(owner, "new", CONTENT, () -> add(1));
        jdbc.sql(
                        "update idempotent_request set received_at = now() - interval '15 days' where owner = ? and key = 'old'")
                .param(owner)
                .update();

        requests.forget();

        assertThat(remembered()).isEqualTo(1);
        assertThat(requests.once(owner, "new", CONTENT, () -> add(1)).replayed())
                .isTrue();
        assertThat(requests.once(owner, "old", CONTENT, () -> add(1)).replayed())
                .isFalse();
        assertThat(total(counter)).isEqualTo(3);
    }

    /** The answer tells what the read model says at the end of the same transaction. */
    private Supplier<Answer> add(int amount) {
        commands.sendAndWait(new Counter.Add(counter, amount));
        return () -> {
            long total = total(counter);
            return new Answer(200, Map.of("ETag", "\"" + total + "\""), "{ \"total\": " + total + " }");
        };
    }

    private long remembered() {
        return jdbc.sql("select count(*) from idempotent_request where owner = ?")
                .param(owner)
                .query(Long.class)
                .single();
    }
}
