package org.servicepartner.platform;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.platform.personaldata.PersonalDataKeys;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.platform.sample.SampleApplication.IN;

/** A message that says that somebody is erased. */
class ErasureTest extends RunningSample {
    private static final String CONFIRMATIONS = "servicepartner.erasures.v1";

    private final String person = newCounter();
    private final UUID erasure = UUID.randomUUID();

    @Autowired
    PersonalDataKeys keys;

    @Test
    void isConfirmedAfterAllIsForgottenAndOlderNewsBringsNothingBack() {
        publish("test.added.v1", addition(person, 5));
        awaitTotal(person, 5);
        String again = publish("test.erased.v1", "{\"erasureId\":\"%s\",\"more\":1}".formatted(erasure));

        ReceivedEvent confirmation = confirmations(1);

        assertThat(confirmation.headers())
                .containsEntry("ce_type", "servicepartner.personal-data.erased.v1")
                .containsEntry("ce_source", "/service-partner/sample-service")
                .containsEntry("ce_subject", person)
                .containsEntry("ce_id", erasure.toString());
        assertThat(confirmation.data())
                .startsWith("{\"subject\":\"%s\",\"erasureId\":\"%s\",\"service\":\"sample-service\",\"erasedAt\":\""
                        .formatted(person, erasure));
        assertThat(total(person)).isZero();

        publish("test.added.v1", addition(person, 7));
        publish(again, "test.erased.v1", "{\"erasureId\":\"%s\",\"more\":1}".formatted(erasure));
        assertThat(confirmations(2).id())
                .as("the same confirmation once more, for whoever missed it")
                .isEqualTo(confirmation.id());
        assertThat(total(person)).isZero();
    }

    @Test
    void followsWhatCameBeforeItInTheSamePoll() {
        publish("test.added.v1", addition(person, 5));
        publish("test.erased.v1", "{\"erasureId\":\"%s\"}".formatted(erasure));

        confirmations(1);

        assertThat(total(person)).isZero();
    }

    @Test
    void withoutAnIdIsADeadLetterAndConfirmsNothing() {
        publish("test.erased.v1", "{}");

        ReceivedEvent letter = kafka.await("sample-service.sample.in.v1.dlt", 1, event -> person.equals(event.key()))
                .getFirst();

        assertThat(letter.headers()).containsEntry("dlt-reason", "MISSING_FIELD");
        assertThat(kafka.records(CONFIRMATIONS)).noneMatch(event -> person.equals(event.key()));
        assertThat(keys.erasureOf(person)).isEmpty();
    }

    private ReceivedEvent confirmations(int count) {
        return kafka.await(CONFIRMATIONS, count, event -> person.equals(event.key()))
                .getLast();
    }

    private String publish(String type, String data) {
        return publish(UUID.randomUUID().toString(), type, data);
    }

    private String publish(String id, String type, String data) {
        Map<String, String> headers = CloudEventsClient.headers(id, "/test", type);
        headers.put("ce_subject", person);
        kafka.publish(IN, person, headers, data);
        return id;
    }
}
