package org.servicepartner.partner.config;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

import org.servicepartner.partner.domain.PartnerEvent;
import org.servicepartner.partner.integration.consumed.UserMessages;
import org.servicepartner.partner.integration.published.PartnerPublisher;
import org.servicepartner.partner.nda.NdaDocuments;
import org.servicepartner.partner.policy.WhenAdminRegisteredThenCompleteRegistration;
import org.servicepartner.partner.policy.WhenFleetConnectionRequestedThenInvitePartner;
import org.servicepartner.partner.policy.WhenNdaIsReplacedThenAskWhoSignedAnOlderOne;
import org.servicepartner.partner.seed.Seed;
import org.servicepartner.partner.signing.KeptCopies;
import org.servicepartner.partner.signing.SigningKey;
import org.servicepartner.partner.signing.Typeface;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.partner.view.Users;
import org.servicepartner.partner.web.PartnerDesk;
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
@EnableConfigurationProperties(NdaSettings.class)
class PartnerServiceConfiguration {
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String USERS = "servicepartner.users.v1";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(PartnerEvent.class);
    }

    @Bean
    PartnerView partnerView(JdbcClient jdbc, PersonalDataKeys keys) {
        return new PartnerView(jdbc, keys);
    }

    @Bean
    Users users(JdbcClient jdbc) {
        return new Users(jdbc);
    }

    @Bean
    NdaDocuments ndaDocuments(ResourceLoader resources, NdaSettings settings) {
        return NdaDocuments.load(resources, settings.location(), settings.version());
    }

    @Bean
    SigningKey signingKey(NdaSettings settings, Clock clock) {
        NdaSettings.Signing signing = settings.signing();
        return SigningKey.load(signing.keyStore(), signing.password(), signing.alias(), clock.instant());
    }

    @Bean
    Typeface typeface() {
        return new Typeface();
    }

    @Bean
    KeptCopies keptCopies(NdaDocuments documents, Typeface typeface, SigningKey key, JdbcClient jdbc) {
        return new KeptCopies(documents, typeface, key, jdbc);
    }

    @Bean
    PartnerDesk partnerDesk(PartnerView partners, CommandGateway commands) {
        return new PartnerDesk(partners, commands);
    }

    @Bean
    ChangeStreams changeStreams(EventLog log, MeterRegistry meters) {
        return new ChangeStreams(log, RecordedEvent::aggregateId, meters);
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings)
                .events(PartnerPublisher.TOPIC)
                .consumed(FLEET_CONNECTIONS)
                .consumed(USERS)
                .events(PersonalDataErased.TOPIC)
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
    Consumer<InboundBatch> userChanges(
            ErasureInbox erasures, Users users, PartnerView partners, PersonalDataKeys keys, Clock clock) {
        var messages = new UserMessages(users, keys, new WhenAdminRegisteredThenCompleteRegistration(clock));
        return erasures.consumer(UserMessages.ERASED, messages, partners::forget);
    }

    @Bean
    WhenNdaIsReplacedThenAskWhoSignedAnOlderOne whenNdaIsReplacedThenAskWhoSignedAnOlderOne(
            PartnerView partners, NdaDocuments documents, CommandGateway commands, Clock clock) {
        return new WhenNdaIsReplacedThenAskWhoSignedAnOlderOne(partners, documents, commands, clock);
    }

    @Bean
    @ConditionalOnProperty("SEED_FILE")
    Seed seed(
            @Value("${SEED_FILE}") Path file,
            PartnerView partners,
            NdaDocuments documents,
            CommandGateway commands,
            Clock clock) {
        return new Seed(file, partners, documents, commands, clock);
    }
}
