package org.servicepartner.partner.config;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

import org.servicepartner.partner.domain.PartnerEvent;
import org.servicepartner.partner.integration.published.PartnerPublisher;
import org.servicepartner.partner.policy.WhenFleetConnectionRequestedThenInvitePartner;
import org.servicepartner.partner.seed.Seed;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;

@Configuration(proxyBeanMethods = false)
class PartnerServiceConfiguration {
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(PartnerEvent.class);
    }

    @Bean
    PartnerView partnerView(JdbcClient jdbc) {
        return new PartnerView(jdbc);
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings)
                .events(PartnerPublisher.TOPIC)
                .consumed(FLEET_CONNECTIONS)
                .create();
    }

    @Bean
    Relay partnerRelay(Relays relays, MessagePublisher publisher) {
        return relays.relay("partner-publisher", new PartnerPublisher(publisher));
    }

    @Bean
    Consumer<InboundBatch> whenFleetConnectionRequestedThenInvitePartner(InboundProcessor processor, Clock clock) {
        var policy = new WhenFleetConnectionRequestedThenInvitePartner(clock);
        return batch -> processor.process(batch, policy);
    }

    @Bean
    @ConditionalOnProperty("SEED_FILE")
    Seed seed(@Value("${SEED_FILE}") Path file, PartnerView partners, CommandGateway commands, Clock clock) {
        return new Seed(file, partners, commands, clock);
    }
}
