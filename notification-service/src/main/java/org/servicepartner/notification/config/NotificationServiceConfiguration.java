package org.servicepartner.notification.config;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.notification.delivery.Backlog;
import org.servicepartner.notification.delivery.DeliverySettings;
import org.servicepartner.notification.delivery.LogRetention;
import org.servicepartner.notification.delivery.MailServer;
import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.delivery.Postman;
import org.servicepartner.notification.delivery.Relevance;
import org.servicepartner.notification.domain.RetryRule;
import org.servicepartner.notification.email.EmailWriter;
import org.servicepartner.notification.email.Links;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.platform.erasure.PersonalDataErased;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.security.LinkTokens;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(DeliverySettings.class)
class NotificationServiceConfiguration {
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
        return new Topics(settings)
                .consumed("servicepartner.users.v1")
                .consumed("servicepartner.partners.v1")
                .consumed("servicepartner.fleet-connections.v1")
                .events(PersonalDataErased.TOPIC)
                .create();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    LinkTokens linkTokens(@Value("${servicepartner.link-signing-key}") String keys) {
        return LinkTokens.of(keys);
    }

    @Bean
    MailServer mailServer(JavaMailSenderImpl smtp, DeliverySettings settings, LinkTokens tokens) {
        return new MailServer(smtp, new EmailWriter(new Links(settings.portal(), tokens)), settings.from());
    }

    @Bean
    Postman postman(
            Outbox outbox,
            Invitations invitations,
            Requests requests,
            MailServer mailServer,
            DeliverySettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        return new Postman(
                outbox,
                new Relevance(invitations, requests),
                mailServer,
                new RetryRule(settings.firstPause(), settings.longestPause(), settings.giveUpAfter()),
                new TransactionTemplate(transactions),
                clock,
                meters);
    }

    @Bean
    LogRetention logRetention(Outbox outbox, DeliverySettings settings, Clock clock) {
        return new LogRetention(outbox, settings.keepPeople(), clock);
    }

    @Bean
    Backlog backlog(Outbox outbox, Clock clock, MeterRegistry meters) {
        return new Backlog(outbox, clock, meters);
    }
}
