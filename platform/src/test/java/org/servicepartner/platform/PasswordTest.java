package org.servicepartner.platform;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.PostgresServer;
import org.servicepartner.platform.sample.Counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The steps of docs/runbook/operations/secrets.md for the password of a database. */
class PasswordTest extends RunningSample {
    private final PostgresServer postgres = Infrastructure.shared().postgres();
    private final String counter = newCounter();

    @Test
    void aReplicaGoesOnWithItsConnectionsAndANewOneNeedsTheNewPassword() {
        postgres.ensureDatabase(database.username(), database.username(), "new");
        try {
            commands.sendAndWait(new Counter.Add(counter, 1));
            assertThatThrownBy(RunningSample::startBeside)
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
            try (ConfigurableApplicationContext next = startBeside("--spring.datasource.password=new")) {
                assertThat(next.isRunning()).isTrue();
            }
            commands.sendAndWait(new Counter.Add(counter, 2));
        } finally {
            postgres.ensureDatabase(database.username(), database.username(), database.password());
        }
        awaitTotal(counter, 3);
    }
}
