package org.servicepartner.connection.config;

import java.time.Clock;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.servicepartner.connection.domain.FleetConnectionEvent;
import org.servicepartner.connection.domain.PairId;
import org.servicepartner.connection.integration.consumed.FleetControlMessages;
import org.servicepartner.connection.integration.consumed.PartnerMessages;
import org.servicepartner.connection.integration.consumed.UserMessages;
import org.servicepartner.connection.integration.published.FleetConnectionMessages;
import org.servicepartner.connection.integration.published.FleetConnectionPublisher;
import org.servicepartner.connection.view.Connections;
import org.servicepartner.connection.view.Partners;
import org.servicepartner.platform.erasure.ErasureInbox;
import org.servicepartner.platform.erasure.PersonalDataErased;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.personaldata.PersonalDataKeys;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
@EnableScheduling
class ServiceConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(FleetConnectionEvent.class);
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings)
                .consumed("fleetcontrol.connections.v1")
                .consumed("servicepartner.partners.v1")
                .consumed("servicepartner.users.v1")
                .events(FleetConnectionMessages.TOPIC)
                .events(PersonalDataErased.TOPIC)
                .create();
    }

    @Bean
    Consumer<InboundBatch> fleetControlConnections(
            InboundProcessor processor,
            Connections connections,
            Partners partners,
            PersonalDataKeys keys,
            ConnectionSettings settings,
            Clock clock) {
        FleetControlMessages messages =
                new FleetControlMessages(connections, partners, keys, settings.requestValidity(), clock);
        return batch -> processor.process(batch, messages);
    }

    @Bean
    Consumer<InboundBatch> partnerChanges(InboundProcessor processor, Partners partners) {
        PartnerMessages messages = new PartnerMessages(partners);
        return batch -> processor.process(batch, messages);
    }

    @Bean
    Consumer<InboundBatch> userChanges(ErasureInbox erasures, Partners partners, PersonalDataKeys keys) {
        return erasures.consumer(UserMessages.ERASED, new UserMessages(partners, keys), partners::forget);
    }

    @Bean
    ChangeStreams changeStreams(EventLog log, MeterRegistry meters) {
        return new ChangeStreams(log, ServiceConfiguration::partnerOf, meters);
    }

    private static @Nullable String partnerOf(RecordedEvent recorded) {
        return switch ((FleetConnectionEvent) recorded.payload()) {
            case FleetConnectionEvent.RequestRefused refused -> null;
            case FleetConnectionEvent.WithdrawalRefused refused -> null;
            default -> PairId.partnerOf(recorded.aggregateId());
        };
    }

    @Bean
    Relay fleetConnectionRelay(Relays relays, MessagePublisher publisher, MeterRegistry meters) {
        return relays.relay("fleet-connections", new FleetConnectionPublisher(publisher, meters));
    }
}
