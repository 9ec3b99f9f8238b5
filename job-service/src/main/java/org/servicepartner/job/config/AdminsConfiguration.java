package org.servicepartner.job.config;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.view.Admins;
import org.servicepartner.job.view.PartnerJobs;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.live.ChangeStreams;

/** Wires what the admins' pages show. */
@Configuration(proxyBeanMethods = false)
class AdminsConfiguration {
    @Bean
    UserNames userNames(JdbcClient jdbc) {
        return new UserNames(jdbc);
    }

    @Bean
    Admins admins(JdbcClient jdbc) {
        return new Admins(jdbc);
    }

    @Bean
    PartnerJobs partnerJobs(JdbcClient jdbc, JsonMapper json, EventLog log, UserNames names) {
        return new PartnerJobs(jdbc, json, log, names);
    }

    @Bean
    ChangeStreams changeStreams(EventLog log, MeterRegistry meters) {
        return new ChangeStreams(log, AdminsConfiguration::partnerOf, meters);
    }

    private static @Nullable String partnerOf(RecordedEvent recorded) {
        return switch (recorded.payload()) {
            case JobEvent event -> partnerOf(event);
            case ConnectionEvent event -> event.partnerId();
            default -> null;
        };
    }

    private static @Nullable String partnerOf(JobEvent job) {
        return switch (job) {
            case JobEvent.Created event -> event.partnerId();
            case JobEvent.Assigned event -> event.partnerId();
            case JobEvent.Accepted event -> event.partnerId();
            case JobEvent.Released event -> event.partnerId();
            case JobEvent.Started event -> event.partnerId();
            case JobEvent.Configured event -> event.partnerId();
            case JobEvent.Tested event -> event.partnerId();
            case JobEvent.Succeeded event -> event.partnerId();
            case JobEvent.Failed event -> event.partnerId();
            case JobEvent.Changed event -> null;
            case JobEvent.Deleted event -> null;
            case JobEvent.ChangeRefused event -> null;
        };
    }
}
