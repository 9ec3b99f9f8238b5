package org.servicepartner.platform.sample;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

import org.servicepartner.platform.erasure.ErasureInbox;
import org.servicepartner.platform.erasure.PersonalDataErased;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.messaging.Topics;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;
import org.servicepartner.platform.security.CallerCheck;

/** The smallest service one can build on the platform: counters that are added to by messages. */
@SpringBootApplication
public class SampleApplication {
    public static final String IN = "sample.in.v1";
    public static final String OUT = "sample.out.v1";
    public static final Set<String> FORMER_TECHNICIANS = ConcurrentHashMap.newKeySet();

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(CounterEvent.class)
                .formerly("counter.increased.v1", "counter.added.v1", old -> {
                    old.set("amount", old.remove("by"));
                    return old;
                })
                .formerly("counter.stepped.v1", "counter.increased.v1", old -> old.put("by", 1));
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingSettings settings) {
        return new Topics(settings)
                .consumed(IN)
                .events(OUT)
                .events(PersonalDataErased.TOPIC)
                .create();
    }

    @Bean
    Consumer<InboundBatch> additions(ErasureInbox erasures, SampleMessages messages, JdbcClient jdbc) {
        return erasures.consumer(
                "test.erased.v1",
                messages,
                subject -> jdbc.sql("delete from counter_sum where counter_id = ?")
                        .param(subject)
                        .update());
    }

    @Bean
    SampleMessages sampleMessages(JdbcClient jdbc) {
        return new SampleMessages(jdbc);
    }

    @Bean
    WhenAddedThenEcho whenAddedThenEcho(JdbcClient jdbc) {
        return new WhenAddedThenEcho(jdbc);
    }

    @Bean
    CallerCheck callerCheck() {
        return (caller, role) -> {
            if (role.equals("technician") && FORMER_TECHNICIANS.contains(caller.userId())) {
                throw new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "not-a-technician-any-more",
                        "Not a technician any more",
                        "Your account is not a technician's any more.",
                        "Ask your admin.");
            }
        };
    }

    /** Counters named {@code <tenant>/…} belong to a tenant. */
    @Bean
    ChangeStreams changeStreams(EventLog log, MeterRegistry meters) {
        return new ChangeStreams(log, event -> event.aggregateId().split("/")[0], meters);
    }

    @Bean
    Relay sampleRelay(Relays relays, MessagePublisher publisher) {
        return relays.relay("sample-out", (events, lease) -> {
            lease.check();
            publisher.publish(events.stream().map(SampleApplication::message).toList());
        });
    }

    private static OutboundMessage message(RecordedEvent event) {
        return new OutboundMessage(
                OUT,
                event.aggregateId(),
                event.eventId(),
                "sample.added.v1",
                event.aggregateId(),
                event.recordedAt(),
                event.sequence(),
                event.payload(),
                event.metadata());
    }

    @Bean
    Projection sums(JdbcClient jdbc) {
        return new Projection() {
            @Override
            public String name() {
                return "sums";
            }

            @Override
            public void project(List<RecordedEvent> events) {
                for (RecordedEvent event : events) {
                    CounterEvent.Added added = (CounterEvent.Added) event.payload();
                    jdbc.sql(
                                    "insert into counter_sum values (?, ?, ?) on conflict (counter_id) do update set total = counter_sum.total + excluded.total, changed_at = excluded.changed_at")
                            .params(added.counterId(), added.amount(), event.index())
                            .update();
                }
            }

            @Override
            public void clear() {
                jdbc.sql("delete from counter_sum").update();
            }
        };
    }
}
