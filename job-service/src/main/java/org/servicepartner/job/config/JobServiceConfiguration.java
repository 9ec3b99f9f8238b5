package org.servicepartner.job.config;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.job.integration.consumed.ConnectionMessages;
import org.servicepartner.job.integration.consumed.FleetControlJobMessages;
import org.servicepartner.job.integration.consumed.UserMessages;
import org.servicepartner.job.integration.published.JobPublisher;
import org.servicepartner.job.integration.published.SmartControlFeed;
import org.servicepartner.job.integration.published.VehicleAccessFeed;
import org.servicepartner.job.policy.WhenFleetConnectionEndedThenFailRunningJobs;
import org.servicepartner.job.policy.WhenFleetConnectionEndedThenReleaseAcceptedJobs;
import org.servicepartner.job.policy.WhenTechnicianDisabledThenReleaseHeldJobs;
import org.servicepartner.job.view.Admins;
import org.servicepartner.job.view.ConnectionProjection;
import org.servicepartner.job.view.JobChanges;
import org.servicepartner.job.view.JobHistory;
import org.servicepartner.job.view.JobProjection;
import org.servicepartner.job.view.TechnicianProjection;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.job.view.VehicleAccesses;
import org.servicepartner.job.view.VehicleProjection;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.web.JobStreams;
import org.servicepartner.job.web.RenderedJobs;
import org.servicepartner.job.web.RenderedLists;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.platform.erasure.ErasureInbox;
import org.servicepartner.platform.erasure.PersonalDataErased;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.idempotency.IdempotentRequests;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;

/** Wires the service: what it stores, reads, hears, tells and answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "job-service",
                        version = "v1",
                        description =
                                "Jobs as SmartControl's technicians see them and work on them, as the admins of their partner do, and as the telematics platform and the support team ask for them."),
        servers = @Server(url = "/", description = "Through the gateway"),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "Access token of a user with the role that the operation is for, or of the telematics platform.")
class JobServiceConfiguration {
    private static final String FLEETCONTROL_JOBS = "fleetcontrol.jobs.v1";
    private static final String CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String USERS = "servicepartner.users.v1";
    private static final String JOBS = "servicepartner.jobs.v1";
    private static final String VEHICLE_ACCESS = "servicepartner.vehicle-access.v1";
    private static final String SMARTCONTROL_JOBS = "smartcontrol.jobs.v1";

    private static final Duration COMMANDS_REMEMBERED = Duration.ofDays(14);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(JobEvent.class, ConnectionEvent.class, TechnicianEvent.class);
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings)
                .consumed(FLEETCONTROL_JOBS)
                .consumed(CONNECTIONS)
                .consumed(USERS)
                .events(JOBS)
                .events(PersonalDataErased.TOPIC)
                .state(SMARTCONTROL_JOBS)
                .state(VEHICLE_ACCESS)
                .create();
    }

    @Bean
    Consumer<InboundBatch> fleetControlJobs(InboundProcessor processor, Clock clock) {
        FleetControlJobMessages messages = new FleetControlJobMessages(clock);
        return batch -> processor.process(batch, messages);
    }

    @Bean
    Consumer<InboundBatch> connections(InboundProcessor processor, Clock clock) {
        ConnectionMessages messages = new ConnectionMessages(clock);
        return batch -> processor.process(batch, messages);
    }

    @Bean
    Consumer<InboundBatch> users(ErasureInbox erasures, UserNames names, Admins admins, Clock clock) {
        return erasures.consumer(UserMessages.ERASED, new UserMessages(names, admins, clock), names::forget);
    }

    @Bean
    JobProjection jobProjection(JdbcClient jdbc, JsonMapper json) {
        return new JobProjection(jdbc, json);
    }

    @Bean
    ConnectionProjection connectionProjection(JdbcClient jdbc) {
        return new ConnectionProjection(jdbc);
    }

    @Bean
    TechnicianProjection technicianProjection(JdbcClient jdbc) {
        return new TechnicianProjection(jdbc);
    }

    @Bean
    VisibleJobs visibleJobs(JdbcClient jdbc, JsonMapper json) {
        return new VisibleJobs(jdbc, json);
    }

    @Bean
    RenderedJobs renderedJobs(VisibleJobs jobs, JsonMapper json) {
        return new RenderedJobs(jobs, json);
    }

    @Bean
    RenderedLists renderedLists(VisibleJobs jobs, RenderedJobs rendered) {
        return new RenderedLists(jobs, rendered);
    }

    @Bean
    JobChanges jobChanges(EventLog log, VisibleJobs jobs) {
        return new JobChanges(log, jobs);
    }

    @Bean
    JobStreams jobStreams(
            EventLog log, JobChanges changes, VisibleJobs jobs, StreamSettings settings, MeterRegistry meters) {
        return new JobStreams(log, changes, jobs, settings.longestReplay(), meters);
    }

    @Bean
    WhenFleetConnectionEndedThenFailRunningJobs whenFleetConnectionEndedThenFailRunningJobs(
            VisibleJobs jobs, CommandGateway commands, Clock clock) {
        return new WhenFleetConnectionEndedThenFailRunningJobs(jobs, commands, clock);
    }

    @Bean
    WhenFleetConnectionEndedThenReleaseAcceptedJobs whenFleetConnectionEndedThenReleaseAcceptedJobs(
            VisibleJobs jobs, CommandGateway commands, Clock clock) {
        return new WhenFleetConnectionEndedThenReleaseAcceptedJobs(jobs, commands, clock);
    }

    @Bean
    WhenTechnicianDisabledThenReleaseHeldJobs whenTechnicianDisabledThenReleaseHeldJobs(
            VisibleJobs jobs, CommandGateway commands, Clock clock) {
        return new WhenTechnicianDisabledThenReleaseHeldJobs(jobs, commands, clock);
    }

    @Bean
    IdempotentRequests idempotentRequests(JdbcClient jdbc, JsonMapper json, TransactionManager transactions) {
        return new IdempotentRequests(jdbc, json, transactions, COMMANDS_REMEMBERED);
    }

    @Bean
    VehicleAccesses vehicleAccesses(JdbcClient jdbc, JsonMapper json) {
        return new VehicleAccesses(jdbc, json);
    }

    @Bean
    Relay vehicleAccessFeed(Relays relays, VehicleAccesses accesses, VisibleJobs jobs, MessagePublisher publisher) {
        return relays.relay("vehicle-access", new VehicleAccessFeed(VEHICLE_ACCESS, accesses, jobs, publisher));
    }

    @Bean
    VehicleProjection vehicleProjection(EventLog log, JdbcClient jdbc) {
        return new VehicleProjection(log, jdbc);
    }

    @Bean
    JobHistory jobHistory(EventLog log, UserNames names, JdbcClient jdbc, Clock clock) {
        return new JobHistory(log, names, jdbc, clock);
    }

    @Bean
    WorkDesk workDesk(
            VisibleJobs jobs,
            JobHistory history,
            IdempotentRequests requests,
            CommandGateway commands,
            JsonMapper json,
            Clock clock) {
        return new WorkDesk(jobs, history, requests, commands, json, clock);
    }

    @Bean
    Relay jobPublisher(Relays relays, MessagePublisher publisher, MeterRegistry meters) {
        return relays.relay("jobs-v1", new JobPublisher(JOBS, publisher, meters));
    }

    @Bean
    Relay smartControlFeed(Relays relays, VisibleJobs jobs, MessagePublisher publisher) {
        return relays.relay("smartcontrol-feed", new SmartControlFeed(SMARTCONTROL_JOBS, jobs, publisher));
    }
}
