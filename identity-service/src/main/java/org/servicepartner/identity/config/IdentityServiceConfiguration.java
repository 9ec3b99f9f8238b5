package org.servicepartner.identity.config;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.erasure.EraseCommand;
import org.servicepartner.identity.erasure.ErasureSettings;
import org.servicepartner.identity.integration.published.UserPublisher;
import org.servicepartner.identity.login.LogInCarrier;
import org.servicepartner.identity.login.LogIns;
import org.servicepartner.identity.policy.WhenFleetConnectionRequestedThenInviteFirstAdmin;
import org.servicepartner.identity.policy.WhenPersonalDataErasedThenConfirmErasure;
import org.servicepartner.identity.policy.WhenPersonalDetailsGivenThenRenameUser;
import org.servicepartner.identity.registration.InvitationSettings;
import org.servicepartner.identity.registration.Registration;
import org.servicepartner.identity.seed.Seed;
import org.servicepartner.identity.view.UserProjection;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.erasure.PersonalDataErased;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.personaldata.PersonalDataKeys;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;
import org.servicepartner.platform.security.LinkTokens;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InvitationSettings.class, ErasureSettings.class})
class IdentityServiceConfiguration {
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String PARTNERS = "servicepartner.partners.v1";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(UserEvent.class);
    }

    @Bean
    UserView userView(JdbcClient jdbc, PersonalDataKeys keys) {
        return new UserView(jdbc, keys);
    }

    @Bean
    UserProjection userProjection(JdbcClient jdbc) {
        return new UserProjection(jdbc);
    }

    @Bean
    ChangeStreams userChanges(EventLog log, MeterRegistry meters) {
        return new ChangeStreams(log, event -> ((UserEvent) event.payload()).partnerId(), meters);
    }

    @Bean
    LinkTokens linkTokens(@Value("${servicepartner.links.signing-key}") String keys) {
        return LinkTokens.of(keys);
    }

    @Bean
    Registration registration(
            UserView users,
            LinkTokens links,
            LogIns logIns,
            LogInCarrier carrier,
            InvitationSettings invitations,
            CommandGateway commands,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Registration(
                users, links, logIns, carrier, invitations, commands, new TransactionTemplate(transactions), clock);
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings)
                .events(UserPublisher.TOPIC)
                .consumed(FLEET_CONNECTIONS)
                .consumed(PARTNERS)
                .consumed(PersonalDataErased.TOPIC)
                .create();
    }

    @Bean
    Relay userRelay(Relays relays, MessagePublisher publisher) {
        return relays.relay("user-publisher", new UserPublisher(publisher));
    }

    @Bean
    Consumer<InboundBatch> whenFleetConnectionRequestedThenInviteFirstAdmin(
            InboundProcessor processor, UserView users, InvitationSettings invitations, Clock clock) {
        var policy = new WhenFleetConnectionRequestedThenInviteFirstAdmin(users, invitations, clock);
        return batch -> processor.process(batch, policy);
    }

    @Bean
    Consumer<InboundBatch> whenPersonalDetailsGivenThenRenameUser(InboundProcessor processor) {
        var policy = new WhenPersonalDetailsGivenThenRenameUser();
        return batch -> processor.process(batch, policy);
    }

    @Bean
    Consumer<InboundBatch> whenPersonalDataErasedThenConfirmErasure(InboundProcessor processor) {
        var policy = new WhenPersonalDataErasedThenConfirmErasure();
        return batch -> processor.process(batch, policy);
    }

    @Bean
    EraseCommand eraseCommand(
            UserView users,
            PersonalDataKeys keys,
            LogInCarrier logIns,
            CommandGateway commands,
            PlatformTransactionManager transactions,
            EventLog log,
            ErasureSettings settings,
            Clock clock) {
        return new EraseCommand(
                users, keys, logIns, commands, new TransactionTemplate(transactions), log, settings, clock);
    }

    @Bean
    @ConditionalOnProperty("SEED_FILE")
    Seed seed(@Value("${SEED_FILE}") Path file, CommandGateway commands, Clock clock) {
        return new Seed(file, commands, clock);
    }
}
