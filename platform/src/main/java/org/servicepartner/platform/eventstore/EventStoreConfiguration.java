package org.servicepartner.platform.eventstore;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.platform.personaldata.PersonalDataKeys;
import org.servicepartner.platform.telemetry.MessageTracing;

/**
 * Wires the framework to PostgreSQL. Everything is declared here, because the framework's own auto-configuration looks for a
 * data source before there is one and then silently falls back to tokens in memory and no transactions.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreSettings.class)
class EventStoreConfiguration {
    static {
        System.setProperty("disable-axoniq-console-message", "true");
    }

    private static final int PAGE_SIZE = 2_000;

    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventTypes types, PersonalDataKeys keys) {
        return new EventSerializer(types, keys);
    }

    @Bean
    EventCodec eventCodec(@Qualifier("eventSerializer") Serializer serializer) {
        return new EventCodec(serializer);
    }

    @Bean
    EventLog eventLog(DataSource dataSource, EventCodec codec) {
        return new EventLog(JdbcClient.create(dataSource), codec, PAGE_SIZE);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            EventLog log,
            EventCodec codec,
            ObjectProvider<Projections> projections) {
        return PostgresEventStorageEngine.create(
                dataSource,
                serializer,
                log,
                codec,
                events -> projections.getObject().project(events));
    }

    @Bean
    @Qualifier("eventStore")
    PostgresEventStore eventStore(
            PostgresEventStorageEngine engine, EventLog log, @Qualifier("eventSerializer") Serializer serializer) {
        return PostgresEventStore.create(engine, log, serializer);
    }

    /** Aggregates of different types may have the same id. The framework passes the annotation's attribute for this over. */
    @Bean
    static BeanPostProcessor aggregatesReadTheirOwnEvents() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                    aggregate.setFilterEventsByType(true);
                }
                return bean;
            }
        };
    }

    @Bean
    CommitListener commitListener(DataSourceProperties database, EventLog log) {
        return new CommitListener(database, log);
    }

    @Bean
    Projections projections(
            ObjectProvider<Projection> all,
            EventLog log,
            PlatformTransactionManager transactionManager,
            ObjectProvider<PostgresEventStorageEngine> engine) {
        return new Projections(
                () -> all.orderedStream().toList(),
                log,
                new TransactionTemplate(transactionManager),
                () -> engine.getObject().lockAppends());
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    /** The framework's name for a node, process id and host, is the same in two containers that share a host name. */
    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, EventStoreSettings settings) {
        return JdbcTokenStore.builder()
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID())
                .claimTimeout(settings.claimTimeout())
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return new CommandTargets();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("dead_letter_entry")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_id")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .build();
    }

    /** Every policy has a queue of its own: without one the framework logs the failure and goes on, and the event is lost to the policy. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>> deadLetterQueue(
            ConnectionProvider connections,
            TransactionManager transactions,
            DeadLetterSchema schema,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return JdbcSequencedDeadLetterQueue.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema)
                .genericSerializer(serializer)
                .eventSerializer(eventSerializer);
    }

    @Bean
    DeadLetterRetry deadLetterRetry(EventProcessingConfiguration processing) {
        return new DeadLetterRetry(processing);
    }

    @Bean
    EventStoreMeters eventStoreMeters(DataSource dataSource, MeterRegistry meters) {
        return new EventStoreMeters(JdbcClient.create(dataSource), meters);
    }

    @Bean
    SmartInitializingSingleton storyOfCommands(CommandBus commands, MessageTracing tracing) {
        return () -> commands.registerDispatchInterceptor(new StoryOfCommands(tracing));
    }

    @Bean
    CorrelationDataProvider correlationData() {
        return new CauseOfMessages();
    }

    /** Policies run on pooled streaming processors that start with the first event: a new policy must not miss the past. */
    @Autowired
    void configureProcessors(
            EventProcessingConfigurer processing,
            ObjectProvider<JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>>> deadLetters) {
        processing.usingPooledStreamingEventProcessors((configuration, builder) ->
                builder.initialSegmentCount(1).initialToken(source -> source.createTailToken()));
        processing.registerDeadLetterQueueProvider(group ->
                configuration -> deadLetters.getObject().processingGroup(group).build());
    }
}
