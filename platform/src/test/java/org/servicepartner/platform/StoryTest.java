package org.servicepartner.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.platform.sample.SampleApplication.IN;
import static org.servicepartner.platform.sample.SampleApplication.OUT;

/** From one message to the next, through the event store: names, readable JSON, cause and trace. */
class StoryTest extends RunningSample {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final String counter = newCounter();
    private final String id = UUID.randomUUID().toString();

    private ReceivedEvent tell() {
        Map<String, String> headers = CloudEventsClient.headers(id, "/test", "test.added.v1");
        headers.put("ce_correlationid", "story-1");
        headers.put("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        kafka.publish(IN, counter, headers, addition(counter, 4));
        return kafka.await(OUT, counter, "sample.added.v1");
    }

    @Test
    void anEventIsStoredUnderItsLogicalNameAndReadableForAnyTool() {
        tell();

        assertThat(jdbc.sql("""
                                select event_type, aggregate_type, sequence_number, payload ->> 'counterId' as counter,
                                       payload ->> 'amount' as amount, metadata ->> 'correlationId' as correlation,
                                       metadata ->> 'causationId' as causation, metadata ->> 'actor' as actor
                                from domain_event where aggregate_id = ?
                                """).param(counter).query().singleRow())
                .containsEntry("event_type", "counter.added.v1")
                .containsEntry("aggregate_type", "Counter")
                .containsEntry("sequence_number", 0L)
                .containsEntry("counter", counter)
                .containsEntry("amount", "4")
                .containsEntry("correlation", "story-1")
                .containsEntry("causation", id)
                .containsEntry("actor", "/test");
    }

    @Test
    void noClassNameIsStored() {
        tell();

        assertThat(jdbc.sql(
                                "select payload::text || metadata::text || event_type from domain_event where aggregate_id = ?")
                        .param(counter)
                        .query(String.class)
                        .single())
                .doesNotContain("org.servicepartner")
                .doesNotContain("java.");
    }

    @Test
    void whatIsPublishedBelongsToTheSameStory() {
        ReceivedEvent published = tell();

        assertThat(published.data()).isEqualTo(addition(counter, 4));
        assertThat(published.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/service-partner/sample-service")
                .containsEntry("ce_subject", counter)
                .containsEntry("ce_sequence", "0")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_correlationid", "story-1")
                .containsEntry("ce_causationid", id)
                .containsKey("ce_time");
        assertThat(published.id())
                .isEqualTo(jdbc.sql("select event_id from domain_event where aggregate_id = ?")
                        .param(counter)
                        .query(String.class)
                        .single());
    }

    @Test
    void oneTraceGoesThroughMessageEventAndMessage() {
        ReceivedEvent published = tell();

        String stored = jdbc.sql("select metadata ->> 'traceparent' from domain_event where aggregate_id = ?")
                .param(counter)
                .query(String.class)
                .single();
        assertThat(stored).startsWith("00-" + TRACE + "-");
        assertThat(published.headers().get("traceparent")).startsWith("00-" + TRACE + "-");
    }

    @Test
    void aCommandThatBelongsToNoStoryBeginsOne() {
        commands.sendAndWait(new Counter.Add(counter, 1));

        Map<String, Object> story = story();
        assertThat(story.get("correlation")).isNotNull().isEqualTo(story.get("causation"));
    }

    @Test
    void theRequestThatACommandBelongsToIsItsCause() {
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(new Counter.Add(counter, 1))
                .withMetaData(Map.of(EventMetadata.CORRELATION_ID, "request-7")));

        assertThat(story()).containsEntry("correlation", "request-7").containsEntry("causation", "request-7");
    }

    @Test
    void theTraceOfARequestGoesOnInWhatItLeadsTo() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sample/counters"))
                .header(
                        "Authorization",
                        "Bearer " + Infrastructure.shared().keycloak().token(DemoUser.TOM))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString(addition(counter, 4)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(story().get("trace")).asString().startsWith("00-" + TRACE + "-");
        assertThat(kafka.await(OUT, counter, "sample.added.v1").headers().get("traceparent"))
                .startsWith("00-" + TRACE + "-");
    }

    private Map<String, Object> story() {
        return jdbc.sql("""
                        select metadata ->> 'correlationId' as correlation, metadata ->> 'causationId' as causation,
                               metadata ->> 'traceparent' as trace
                        from domain_event where aggregate_id = ?
                        """).param(counter).query().singleRow();
    }
}
