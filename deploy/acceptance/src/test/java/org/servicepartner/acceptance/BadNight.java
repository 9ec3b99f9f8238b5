package org.servicepartner.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.servicepartner.local.App;
import org.servicepartner.local.LocalStack;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

/** Lets things go wrong while the stories are told, and remembers when. */
final class BadNight {
    private static final String CONNECTION_EVENTS = "servicepartner.fleet-connections.v1";
    private static final List<String> READ_BY_SERVICES = List.of(
            FleetControl.JOBS,
            FleetControl.CONNECTIONS,
            CONNECTION_EVENTS,
            "servicepartner.users.v1",
            "servicepartner.partners.v1");
    private static final int OLD_MESSAGES_PER_TOPIC = 200;
    private static final int LETTERS_THAT_WAIT = 3;

    /**
     * @param over when what died served again
     * @param wentOn when all stories had gone on after that
     */
    record Struck(Fault fault, Instant begin, Instant over, Instant wentOn) {}

    private final LocalStack stack;
    private final CloudEventsClient kafka;
    private final FleetControl fleetControl;
    private final FleetStories stories;
    private final Random random;
    private final List<Struck> struck = new ArrayList<>();
    private final Map<String, String> broken = new LinkedHashMap<>();

    BadNight(Platform platform, FleetStories stories, Random random) {
        this.stack = platform.stack();
        this.kafka = platform.kafka();
        this.fleetControl = platform.fleetControl();
        this.stories = stories;
        this.random = random;
    }

    void strike(Fault fault) {
        System.out.println(Instant.now() + " " + fault);
        Instant begin = Instant.now();
        fault.strike(this);
        Instant over = Instant.now();
        stories.awaitProgress();
        struck.add(new Struck(fault, begin, over, Instant.now()));
    }

    List<Struck> struck() {
        return struck;
    }

    /** Ids of the messages that nobody can understand, with the topic of dead letters in which each must be. */
    Map<String, String> broken() {
        return broken;
    }

    void kill(App app) {
        stack.kill(app);
        stack.restart(app);
    }

    void killPostgres() {
        stack.infrastructure().postgres().killAndRestart();
    }

    void killKafka() {
        stack.infrastructure().kafka().killAndRestart();
    }

    void killKeycloak() {
        stack.infrastructure().keycloak().killAndRestart();
    }

    void stopMailServer() {
        stack.infrastructure().mail().stopTaking();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> StoredEvent.number(
                                    stack,
                                    App.NOTIFICATION_SERVICE,
                                    "select count(*) from delivery where state = 'PENDING' and attempts > 0")
                            >= LETTERS_THAT_WAIT);
        } finally {
            stack.infrastructure().mail().takeAgain();
        }
    }

    void publishBrokenMessages() {
        for (String data : List.of("{", "[]", "{\"jobId\":7}", "{\"fleetId\":\"only\"}", "null")) {
            publishBroken("job-service", FleetControl.JOBS, FleetControl.JOB_CREATED, data);
            publishBroken(
                    "fleet-connection-service", FleetControl.CONNECTIONS, "fleetcontrol.connection.requested.v1", data);
        }
    }

    private void publishBroken(String service, String topic, String type, String data) {
        String id = FleetControl.newId();
        fleetControl.publish(topic, FleetControl.newId(), FleetControl.headers(id, type), data);
        broken.put(id, service + "." + topic + ".dlt");
    }

    /** Exactly as they were: what a relay or FleetControl does that does not know whether it has sent them. */
    void publishOldMessagesAgain() {
        Set<String> dead = kafka.topics().stream()
                .filter(topic -> topic.endsWith(".dlt"))
                .flatMap(topic -> kafka.records(topic).stream())
                .map(ReceivedEvent::id)
                .collect(toSet());
        for (String topic : READ_BY_SERVICES) {
            List<ReceivedEvent> all = kafka.records(topic);
            List<ReceivedEvent> old =
                    new ArrayList<>(all.subList(Math.max(0, all.size() - OLD_MESSAGES_PER_TOPIC), all.size()));
            old.removeIf(message ->
                    message.id().isEmpty() || broken.containsKey(message.id()) || dead.contains(message.id()));
            Collections.shuffle(old, random);
            CompletableFuture.allOf(
                            old.stream().map(message -> again(topic, message)).toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private CompletableFuture<?> again(String topic, ReceivedEvent message) {
        String data = message.data();
        return kafka.send(topic, message.key(), message.headers(), data == null ? null : data.getBytes(UTF_8));
    }

    /** As if two partitions' worth of news came in the wrong order: an end is final, so nobody ever sees the job. */
    void publishTheEndBeforeTheAcceptance() {
        FleetStory story = stories.begin();
        story.createJob();
        String connection = FleetControl.newId();
        String pair = "\"connectionId\":\"%s\",\"fleetId\":\"%s\",\"partnerId\":\"%s\""
                .formatted(connection, story.fleet(), story.partnerId());
        Stream.of("deleted", "accepted")
                .forEach(what -> kafka.publish(
                        CONNECTION_EVENTS,
                        story.fleet() + ":" + story.partnerId(),
                        "/fleet-connection-service",
                        "servicepartner.fleet-connection." + what + ".v1",
                        """
                        {%1$s,"fleetName":"F","providerName":"P","overrideAllowed":false,
                         "%2$sAt":"%3$s","%2$sBy":"%4$s"}\
                        """.formatted(pair, what, Instant.now(), FleetControl.newId())));
    }
}
