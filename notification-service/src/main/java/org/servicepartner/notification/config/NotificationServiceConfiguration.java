package org.servicepartner.notification.config;

import java.time.Clock;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.notification.delivery.DeliverySettings;
import org.servicepartner.notification.delivery.MailServer;
import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.delivery.Postman;
import org.servicepartner.notification.domain.RetryRule;
import org.servicepartner.notification.email.EmailWriter;
import org.servicepartner.notification.policy.WhenFleetConnectionRequestedThenEmailPartner;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(DeliverySettings.class)
class NotificationServiceConfiguration {
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** This service stores no events. */
    @Bean
    EventTypes eventTypes() {
        return EventTypes.of();
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings).consumed(FLEET_CONNECTIONS).create();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    MailServer mailServer(JavaMailSenderImpl smtp, DeliverySettings settings) {
        return new MailServer(smtp, new EmailWriter(settings.portal()), settings.from());
    }

    @Bean
    Postman postman(
            Outbox outbox,
            MailServer mailServer,
            DeliverySettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        RetryRule retries = new RetryRule(settings.firstPause(), settings.longestPause(), settings.giveUpAfter());
        return new Postman(outbox, mailServer, retries, new TransactionTemplate(transactions), clock, meters);
    }

    @Bean
    Consumer<InboundBatch> whenFleetConnectionRequestedThenEmailPartner(
            InboundProcessor processor, Outbox outbox, Clock clock) {
        var policy = new WhenFleetConnectionRequestedThenEmailPartner(outbox, clock);
        return batch -> processor.process(batch, policy);
    }
}
