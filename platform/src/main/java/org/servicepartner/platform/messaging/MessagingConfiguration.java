package org.servicepartner.platform.messaging;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.eventstore.PostgresEventStore;
import org.servicepartner.platform.telemetry.MessageTracing;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingConfiguration {
    private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;
    private static final long OFFSET_COMMIT_MILLIS = 1_000;

    @Bean
    InboundBatchConverter inboundBatchConverter() {
        return new InboundBatchConverter();
    }

    /** Sends are given up before another replica may take a relay over, so that nothing old arrives behind something new. */
    @Bean
    ProducerFactory<byte[], byte[]> messageProducerFactory(KafkaProperties kafka) {
        var settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TWO_MEBIBYTES);
        return new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaTemplate<byte[], byte[]> messageKafkaTemplate(ProducerFactory<byte[], byte[]> messageProducerFactory) {
        return new KafkaTemplate<>(messageProducerFactory);
    }

    @Bean
    InboundMemory inboundMemory(JdbcClient jdbc, MessagingSettings settings) {
        return new InboundMemory(jdbc, settings);
    }

    @Bean
    MessagePublisher messagePublisher(
            KafkaTemplate<byte[], byte[]> messageKafkaTemplate,
            JsonMapper json,
            MessagingSettings settings,
            MessageTracing tracing) {
        return new MessagePublisher(messageKafkaTemplate, json, settings, tracing);
    }

    @Bean
    InboundProcessor inboundProcessor(
            CommandBus commands,
            PostgresEventStore eventStore,
            TransactionManager transactions,
            InboundMemory memory,
            KafkaTemplate<byte[], byte[]> messageKafkaTemplate,
            MessageTracing tracing,
            MessagingSettings settings,
            MeterRegistry meters) {
        return new InboundProcessor(
                commands,
                eventStore,
                transactions,
                memory,
                new DeadLetters(messageKafkaTemplate, settings, meters),
                tracing,
                settings,
                meters);
    }

    @Bean
    Inputs inputs(BeanFactory beans, BindingServiceProperties bindings) {
        return new Inputs(beans, bindings);
    }

    @Bean
    TopicReader topicReader(KafkaProperties kafka) {
        return new TopicReader(kafka);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(
            Inputs inputs, TopicReader reader, MessagingSettings settings, InboundMemory memory) {
        return new DeadLetterReplay(inputs, reader, settings, memory);
    }

    @Bean
    ConsumerPositions consumerPositions(Inputs inputs, KafkaProperties kafka) {
        return new ConsumerPositions(inputs, kafka);
    }

    /**
     * Only outages reach the container: it tries the poll again for as long as they last. Offsets are committed once a second and
     * not after every poll, which would cost the broker a write each: a message that comes again has no second effect.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForever() {
        return (container, destination, group) -> {
            container.getContainerProperties().setAckMode(ContainerProperties.AckMode.TIME);
            container.getContainerProperties().setAckTime(OFFSET_COMMIT_MILLIS);
            container.getContainerProperties().setPollTimeout(OFFSET_COMMIT_MILLIS);
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(10_000);
            backOff.setMaxElapsedTime(Long.MAX_VALUE);
            DefaultErrorHandler errorHandler = new DefaultErrorHandler(backOff);
            errorHandler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(errorHandler);
        };
    }
}
