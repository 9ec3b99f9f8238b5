package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.local.App;
import org.servicepartner.local.KeycloakServer;
import org.servicepartner.local.LocalStack;
import org.servicepartner.local.Mail;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two replicas of every application share the work, do nothing twice, and one goes on where the other died. */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(PlatformExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScaleOutIT {
    private static final List<App> SERVICES =
            Stream.of(App.values()).filter(app -> app != App.GATEWAY).toList();
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int STARTING_AT_ONCE = 2;
    private static final int MANY = 60;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final Duration TAKEOVER = Duration.ofSeconds(60);
    private static final String PARTITIONS = "kafka_consumer_coordinator_assigned_partitions";
    private static final String MESSAGES_TAKEN = "servicepartner_inbound_messages_total";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Platform platform;
    private final LocalStack stack;
    private final FleetControl fleetControl;
    private final Person alice;

    ScaleOutIT(Platform platform) {
        this.platform = platform;
        this.stack = platform.stack();
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
    }

    @BeforeAll
    void every_application_has_a_second_replica() {
        forEach(List.of(App.values()), application -> stack.restart(application, SECOND, Map.of()));
        for (App service : SERVICES) {
            await(service + " gives partitions to its second replica")
                    .atMost(TAKEOVER)
                    .until(() -> metric(service, FIRST, PARTITIONS) > 0 && metric(service, SECOND, PARTITIONS) > 0);
        }
    }

    @AfterAll
    void one_replica_is_left() {
        forEach(List.of(App.values()), application -> stack.stop(application, SECOND));
    }

    @Test
    @Order(1)
    void both_replicas_of_every_service_take_messages_and_every_letter_and_event_goes_out_once() {
        Map<String, Double> before = messagesTaken();
        String fleet = acceptedFleet();
        List<String> jobs = ids();
        List<String> newcomers = Stream.generate(() -> "newcomer-" + FleetControl.newId() + "@replicas.example")
                .limit(MANY)
                .toList();
        fleetControl.createJobs(jobs, fleet, alice.partnerId()).join();
        newcomers.forEach(
                address -> fleetControl.requestConnection(FleetControl.newId(), FleetControl.newFleet(), address));

        await().untilAsserted(() -> assertThat(messagesTaken())
                .allSatisfy((replica, taken) -> assertThat(taken).as(replica).isGreaterThan(before.get(replica))));
        await().atMost(TAKEOVER)
                .untilAsserted(() -> assertThat(lettersTo(newcomers)).containsOnlyKeys(newcomers));
        await().until(() -> StoredEvent.number(
                        stack, App.NOTIFICATION_SERVICE, "select count(*) from delivery where state = 'PENDING'")
                == 0);
        assertThat(lettersTo(newcomers).values())
                .allSatisfy(letters -> assertThat(letters).hasSize(1));
        await().untilAsserted(
                        () -> assertThat(platform.tom().jobIdsOf(fleet)).containsExactlyInAnyOrderElementsOf(jobs));
        await().untilAsserted(() -> assertThat(messagesAbout(jobs)).containsOnlyKeys(jobs));
        assertThat(messagesAbout(jobs).values())
                .allSatisfy(messages -> assertThat(messages).hasSize(1));
    }

    @Test
    @Order(2)
    void a_live_stream_and_the_relays_go_on_at_the_other_replica_without_loss_or_duplicates() {
        String fleet = acceptedFleet();
        List<String> jobs = ids();
        LiveStream broken = platform.tomAtJobService(FIRST).stream();
        fleetControl.createJobs(jobs.subList(0, MANY / 2), fleet, alice.partnerId());
        await().until(() -> !LiveStream.jobsToldBy(fleet, broken).isEmpty());

        CompletableFuture<Void> rest = fleetControl.createJobs(jobs.subList(MANY / 2, MANY), fleet, alice.partnerId());
        stack.kill(App.JOB_SERVICE, FIRST);
        rest.join();
        await().until(broken::hasEnded);

        Person tom = platform.tomAtJobService(SECOND);
        try (LiveStream continued = tom.streamAfter(broken.lastId())) {
            await().atMost(TAKEOVER)
                    .untilAsserted(() -> assertThat(LiveStream.jobsToldBy(fleet, broken, continued))
                            .containsAll(jobs));
            assertThat(LiveStream.jobsToldBy(fleet, broken, continued)).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(continued.seen()).noneMatch(event -> event.name().equals("reset"));
        }
        await().atMost(TAKEOVER)
                .untilAsserted(() -> assertThat(
                                platform.feed().jobsOf(alice.partnerId(), fleet).values())
                        .containsExactlyInAnyOrderElementsOf(tom.jobsOf(fleet)));
        await().atMost(TAKEOVER)
                .untilAsserted(() -> assertThat(messagesAbout(jobs)).containsOnlyKeys(jobs));
        assertThat(messagesAbout(jobs).values())
                .allSatisfy(messages -> assertThat(messages)
                        .extracting(ReceivedEvent::id)
                        .containsOnly(messages.getFirst().id()));
        stack.restart(App.JOB_SERVICE);
    }

    @Test
    @Order(3)
    void two_replicas_look_for_requests_past_their_time_and_each_expires_once() {
        Map<String, String> impatient =
                Map.of("CONNECTION_REQUEST_VALIDITY", "1s", "CONNECTION_EXPIRY_CHECK_INTERVAL", "50ms");
        forEach(List.of(FIRST, SECOND), replica -> stack.restart(App.FLEET_CONNECTION_SERVICE, replica, impatient));
        List<String> requests = ids();
        requests.forEach(id -> fleetControl.requestConnection(id, FleetControl.newFleet(), alice.email()));

        await().atMost(TAKEOVER)
                .untilAsserted(() -> assertThat(expiries(requests)).containsOnlyKeys(requests));
        assertThat(expiries(requests).values())
                .allSatisfy(messages -> assertThat(messages).hasSize(1));
        stack.restart(App.FLEET_CONNECTION_SERVICE);
    }

    @Test
    @Order(4)
    void a_session_goes_on_at_the_other_gateway_after_its_own_died_and_ends_at_both() {
        try (PortalBrowser browser = new PortalBrowser(stack.url(App.GATEWAY));
                PortalBrowser.Visitor visitor = browser.visitor("en-GB", 1280, 900)) {
            visitor.open("/oauth2/authorization/keycloak");
            visitor.signIn(alice.email(), KeycloakServer.DEMO_PASSWORD);
            visitor.page().waitForURL(stack.url(App.GATEWAY).resolve("/**").toString());
            assertThat(users(visitor, FIRST)).isEqualTo(OK);
            assertThat(users(visitor, SECOND)).isEqualTo(OK);

            stack.kill(App.GATEWAY, FIRST);

            assertThat(users(visitor, SECOND)).isEqualTo(OK);
            stack.restart(App.GATEWAY, FIRST, Map.of());
            assertThat(users(visitor, FIRST)).isEqualTo(OK);

            assertThat(visitor.page()
                            .request()
                            .post(
                                    at(SECOND, "/logout"),
                                    RequestOptions.create().setHeader("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN")))
                            .status())
                    .isEqualTo(NO_CONTENT);

            assertThat(users(visitor, FIRST)).isEqualTo(UNAUTHORIZED);
            assertThat(users(visitor, SECOND)).isEqualTo(UNAUTHORIZED);
        }
    }

    /** What a replica of the gateway answers to the visitor's cookies, which like all cookies know no ports. */
    private int users(PortalBrowser.Visitor visitor, int replica) {
        return visitor.page()
                .request()
                .get(at(replica, "/api/partner/v1/users"))
                .status();
    }

    private String at(int replica, String path) {
        return stack.url(App.GATEWAY, replica).resolve(path).toString();
    }

    private String acceptedFleet() {
        String fleet = FleetControl.newFleet();
        String connection = FleetControl.newId();
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().atMost(TAKEOVER).until(() -> alice.connection(connection).status() == 200);
        assertThat(alice.accept(connection).text("state")).isEqualTo("ACCEPTED");
        return fleet;
    }

    private static List<String> ids() {
        return Stream.generate(FleetControl::newId).limit(MANY).toList();
    }

    /** By replica of each service. */
    private Map<String, Double> messagesTaken() {
        Map<String, Double> taken = new TreeMap<>();
        for (App service : SERVICES) {
            for (int replica : List.of(FIRST, SECOND)) {
                taken.put(service.module() + " " + replica, metric(service, replica, MESSAGES_TAKEN));
            }
        }
        return taken;
    }

    /** The sum over all labels; 0 if nothing was measured yet. */
    private double metric(App service, int replica, String name) {
        HttpRequest metrics = HttpRequest.newBuilder(stack.url(service, replica).resolve("/actuator/prometheus"))
                .build();
        try {
            return Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$")
                    .matcher(HTTP.send(metrics, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .results()
                    .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private Map<String, List<Mail>> lettersTo(List<String> addresses) {
        return stack.infrastructure().mail().messages().stream()
                .filter(mail -> addresses.contains(mail.to().getFirst()))
                .collect(groupingBy(mail -> mail.to().getFirst()));
    }

    private Map<String, List<ReceivedEvent>> messagesAbout(List<String> jobs) {
        return platform.kafka().records("servicepartner.jobs.v1").stream()
                .filter(event -> jobs.contains(event.key()))
                .collect(groupingBy(ReceivedEvent::key));
    }

    private Map<String, List<ReceivedEvent>> expiries(List<String> connections) {
        return platform.kafka().records("servicepartner.fleet-connections.v1").stream()
                .filter(event -> event.type().equals("servicepartner.fleet-connection.expired.v1"))
                .filter(event -> connections.contains(connectionOf(event)))
                .collect(groupingBy(ScaleOutIT::connectionOf));
    }

    private static String connectionOf(ReceivedEvent event) {
        return new Answer(200, "", String.valueOf(event.data())).text("connectionId");
    }

    private static <T> void forEach(List<T> all, Consumer<T> action) {
        try (ExecutorService threads = Executors.newFixedThreadPool(STARTING_AT_ONCE)) {
            CompletableFuture.allOf(all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> action.accept(one), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
