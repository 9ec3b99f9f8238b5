package org.servicepartner.identity.config;

import java.nio.file.Path;
import java.time.Clock;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.integration.published.UserPublisher;
import org.servicepartner.identity.seed.Seed;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;

@Configuration(proxyBeanMethods = false)
class IdentityServiceConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(UserEvent.class);
    }

    @Bean
    UserView userView(JdbcClient jdbc) {
        return new UserView(jdbc);
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings).events(UserPublisher.TOPIC).create();
    }

    @Bean
    Relay userRelay(Relays relays, MessagePublisher publisher) {
        return relays.relay("user-publisher", new UserPublisher(publisher));
    }

    @Bean
    @ConditionalOnProperty("SEED_FILE")
    Seed seed(@Value("${SEED_FILE}") Path file, CommandGateway commands, Clock clock) {
        return new Seed(file, commands, clock);
    }
}
