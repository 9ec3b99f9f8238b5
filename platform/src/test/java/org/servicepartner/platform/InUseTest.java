package org.servicepartner.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.util.Throwables;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

import org.servicepartner.platform.eventstore.PostgresEventStore;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.WhenAddedThenEcho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The framework falls back silently to memory and to no transactions at all; this is what is in use instead. */
class InUseTest extends RunningSample {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate batches;

    @Test
    void eventsAndTokensAreInPostgres() {
        assertThat(context.getBean(EventStore.class)).isInstanceOf(PostgresEventStore.class);
        assertThat(context.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
    }

    @Test
    void transactionsAreReal() {
        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
    }

    @Test
    void policiesStreamAndKeepTheirDeadLettersInPostgres() {
        EventProcessingConfiguration processing = context.getBean(EventProcessingConfiguration.class);
        assertThat(processing.eventProcessor(WhenAddedThenEcho.GROUP))
                .containsInstanceOf(PooledStreamingEventProcessor.class);
        assertThat(processing.deadLetterQueue(WhenAddedThenEcho.GROUP))
                .containsInstanceOf(JdbcSequencedDeadLetterQueue.class);
        assertThat(processing.tokenStore(WhenAddedThenEcho.GROUP)).isInstanceOf(JdbcTokenStore.class);
    }

    @Test
    void anErrorOfTheDatabaseQuotesNoValues() {
        String address = newCounter() + "@alpine-fitters.example";
        JdbcClient.StatementSpec insert =
                jdbc.sql("insert into counter_sum values (?, 1, 1)").param(address);
        insert.update();

        assertThatThrownBy(insert::update)
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(address));
        assertThatThrownBy(() -> batches.batchUpdate("insert into counter_sum values (?, 1, 1)", twice(address)))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(address));
    }

    private static List<Object[]> twice(String address) {
        return List.of(new Object[] {address}, new Object[] {address});
    }

    @Test
    void nothingIsKeptInMemory() {
        assertThat(beanClasses()).isNotEmpty().noneMatch(name -> name.contains("InMemory"));
    }

    @Test
    void theFrameworkSpeaksToNobody() {
        assertThat(beanClasses()).noneMatch(name -> name.contains("axonserver"));
        assertThat(ClassUtils.isPresent("org.axonframework.axonserver.connector.AxonServerConfiguration", null))
                .isFalse();
        assertThat(beanClasses())
                .noneMatch(name -> name.startsWith("org.axonframework.updates.UpdateChecker")
                        || name.startsWith("org.axonframework.springboot.updates.UpdateChecker"));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().toLowerCase().contains("updatechecker"));
        assertThat(System.getProperty("disable-axoniq-console-message")).isEqualTo("true");
    }

    @Test
    void aCommandThatFailsAfterItsEventLeavesNothing() {
        String counter = newCounter();

        assertThatThrownBy(() -> commands.sendAndWait(new Counter.Add(counter, -1)))
                .hasMessageContaining("Nothing to add");

        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(counter)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(total(counter)).isZero();
    }

    private Stream<String> beanClasses() {
        return Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null)
                .map(Class::getName);
    }
}
