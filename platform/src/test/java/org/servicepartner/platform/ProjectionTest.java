package org.servicepartner.platform;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.sample.Counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProjectionTest extends RunningSample {
    private final String counter = newCounter();

    @Autowired
    Projections projections;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Test
    void whoChangesSomethingSeesItAtOnce() {
        commands.sendAndWait(new Counter.Add(counter, 5));

        assertThat(total(counter)).isEqualTo(5);
    }

    @Test
    void aReadModelIsMadeAnewWhileOthersReadTheOldOne() {
        commands.sendAndWait(new Counter.Add(counter, 5));
        commands.sendAndWait(new Counter.Add(counter, 6));
        jdbc.sql("update counter_sum set total = -1 where counter_id = ?")
                .param(counter)
                .update();

        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            assertThat(projections.rebuild("sums")).isGreaterThanOrEqualTo(2);
            assertThat(CompletableFuture.supplyAsync(() -> total(counter)).join())
                    .isEqualTo(-1);
        });

        assertThat(total(counter)).isEqualTo(11);
        commands.sendAndWait(new Counter.Add(counter, 1));
        assertThat(total(counter)).isEqualTo(12);
    }

    @Test
    void onlyKnownReadModelsCanBeMadeAnew() {
        assertThatThrownBy(() -> projections.rebuild("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no read model named nonsense, only [sums]");
    }
}
