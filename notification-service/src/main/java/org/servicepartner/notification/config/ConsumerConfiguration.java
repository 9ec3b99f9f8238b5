package org.servicepartner.notification.config;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.notification.delivery.DeliverySettings;
import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.ReminderRule;
import org.servicepartner.notification.integration.consumed.ConnectionMessages;
import org.servicepartner.notification.integration.consumed.PartnerMessages;
import org.servicepartner.notification.integration.consumed.UserMessages;
import org.servicepartner.notification.policy.WhenARequestIsAboutToExpireThenRemindAdmins;
import org.servicepartner.notification.policy.WhenAnInvitationIsAboutToExpireThenRemindTheInvited;
import org.servicepartner.notification.policy.WhenFleetConnectionDeletedThenEmailProvider;
import org.servicepartner.notification.policy.WhenFleetConnectionRequestedThenEmailAdmins;
import org.servicepartner.notification.policy.WhenNdaSignedThenEmailSigner;
import org.servicepartner.notification.policy.WhenUserInvitedThenEmailLink;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.notification.view.Signatures;
import org.servicepartner.notification.view.Teams;
import org.servicepartner.notification.view.Users;
import org.servicepartner.platform.erasure.ErasureInbox;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/** What is heard, what is remembered of it, and who is written to because of it. */
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {
    @Bean
    Users users(JdbcClient jdbc) {
        return new Users(jdbc);
    }

    @Bean
    Teams teams(JdbcClient jdbc) {
        return new Teams(jdbc);
    }

    @Bean
    Invitations invitations(JdbcClient jdbc) {
        return new Invitations(jdbc);
    }

    @Bean
    Requests requests(JdbcClient jdbc) {
        return new Requests(jdbc);
    }

    @Bean
    Signatures signatures(JdbcClient jdbc) {
        return new Signatures(jdbc);
    }

    @Bean
    ReminderRule reminderRule(DeliverySettings settings) {
        return new ReminderRule(settings.remindBefore());
    }

    @Bean
    WhenNdaSignedThenEmailSigner whenNdaSignedThenEmailSigner(
            Signatures signatures, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        return new WhenNdaSignedThenEmailSigner(signatures, outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    WhenARequestIsAboutToExpireThenRemindAdmins whenARequestIsAboutToExpireThenRemindAdmins(
            Requests requests, Users users, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        return new WhenARequestIsAboutToExpireThenRemindAdmins(
                requests, users, outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    WhenAnInvitationIsAboutToExpireThenRemindTheInvited whenAnInvitationIsAboutToExpireThenRemindTheInvited(
            Invitations invitations, Teams teams, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        return new WhenAnInvitationIsAboutToExpireThenRemindTheInvited(
                invitations, teams, outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Consumer<InboundBatch> userMessages(
            ErasureInbox erasures,
            Users users,
            Invitations invitations,
            Signatures signatures,
            Teams teams,
            ReminderRule reminders,
            Outbox outbox,
            PersonalDataKeys keys,
            Clock clock) {
        var whenInvited = new WhenUserInvitedThenEmailLink(invitations, teams, reminders, outbox, clock);
        var messages = new UserMessages(users, invitations, whenInvited, keys, clock);
        return erasures.consumer(UserMessages.ERASED, messages, subject -> {
            UUID userId = UUID.fromString(subject);
            users.forget(userId);
            invitations.forget(userId);
            signatures.forget(userId);
            outbox.forget(userId, address -> keys.isOnlyOf(subject, address), clock.instant());
        });
    }

    @Bean
    Consumer<InboundBatch> partnerMessages(
            InboundProcessor processor, Teams teams, WhenNdaSignedThenEmailSigner whenSigned) {
        var messages = new PartnerMessages(teams, whenSigned);
        return batch -> processor.process(batch, messages);
    }

    @Bean
    Consumer<InboundBatch> connectionMessages(
            InboundProcessor processor,
            Requests requests,
            Users users,
            Teams teams,
            ReminderRule reminders,
            Outbox outbox,
            Clock clock) {
        var whenRequested = new WhenFleetConnectionRequestedThenEmailAdmins(requests, users, reminders, outbox, clock);
        var whenDeleted = new WhenFleetConnectionDeletedThenEmailProvider(requests, teams, users, outbox, clock);
        var messages = new ConnectionMessages(requests, whenRequested, whenDeleted, clock);
        return batch -> processor.process(batch, messages);
    }
}
