package org.servicepartner.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

import org.servicepartner.local.App;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Hosting;
import org.servicepartner.local.LocalPorts;
import org.servicepartner.local.LocalStack;
import org.servicepartner.local.LocalStackOptions;
import org.servicepartner.local.Progress;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.awaitility.Awaitility.await;

/** The whole platform as processes of its own, and who uses it from outside. */
final class Platform implements AutoCloseable {
    /** Much longer than anything takes, so that only what never happens fails on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Beside a developer's stack, and below the ports that the operating system hands out by itself. */
    private static final int PORT_OFFSET = 3_000;

    private final LocalStack stack;
    private final Duration startTime;
    private final CloudEventsClient kafka;
    private final FleetControl fleetControl;
    private final SmartControlFeed feed;
    private final TraceCollector traces;
    private final Map<DemoUser, Person> people = new EnumMap<>(DemoUser.class);

    private Platform(LocalStack stack, Duration startTime, TraceCollector traces) {
        this.stack = stack;
        this.traces = traces;
        this.startTime = startTime;
        String brokers = stack.infrastructure().kafka().bootstrapServers();
        this.kafka = new CloudEventsClient(brokers);
        this.fleetControl = new FleetControl(brokers, kafka);
        this.feed = new SmartControlFeed(kafka);
        for (DemoUser user : DemoUser.values()) {
            people.put(user, new Person(user, stack.infrastructure().keycloak(), stack.url(App.GATEWAY)));
        }
    }

    static Platform start() {
        return start(false);
    }

    /** @param keep whether the servers' data is where a test can get at it, and stays there */
    static Platform start(boolean keep) {
        Awaitility.setDefaultTimeout(PATIENCE);
        TraceCollector traces = new TraceCollector();
        LocalStackOptions options = trained(keep, traces);
        long begin = System.nanoTime();
        LocalStack stack = LocalStack.start(options);
        Platform platform = new Platform(stack, Duration.ofNanos(System.nanoTime() - begin), traces);
        platform.awaitThatTheDemoPartnersAreKnownEverywhere();
        return platform;
    }

    /** On the ports that are free when the training is over, which takes as long as a start of every application. */
    private static LocalStackOptions trained(boolean keep, TraceCollector traces) {
        LocalStackOptions options;
        do {
            options = options(keep, traces);
            LocalStack.train(options);
        } while (!options.ports().equals(LocalPorts.firstFree(PORT_OFFSET)));
        return options;
    }

    private static LocalStackOptions options(boolean keep, TraceCollector traces) {
        return new LocalStackOptions(
                Path.of("../..").toAbsolutePath().normalize(),
                keep,
                LocalPorts.firstFree(PORT_OFFSET),
                Hosting.fromSystemProperty(),
                Progress.SILENT,
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        traces.address().toString(),
                        "OTEL_BSP_SCHEDULE_DELAY",
                        "200",
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                        "ecs"));
    }

    /** The services learn of them by events; a request before that would invite a new partner under the address. */
    private void awaitThatTheDemoPartnersAreKnownEverywhere() {
        for (Person admin : List.of(alice(), bea())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                String connection = FleetControl.newId();
                fleetControl.requestConnection(connection, FleetControl.newFleet(), admin.email());
                return fleetControl
                        .hearsOfConnection("requested", connection)
                        .get("partnerKnown")
                        .asBoolean();
            });
        }
        for (Person technician : List.of(tom(), ben())) {
            await().until(() -> technician.jobs().status() == 200);
        }
    }

    LocalStack stack() {
        return stack;
    }

    Duration startTime() {
        return startTime;
    }

    CloudEventsClient kafka() {
        return kafka;
    }

    FleetControl fleetControl() {
        return fleetControl;
    }

    SmartControlFeed feed() {
        return feed;
    }

    TraceCollector traces() {
        return traces;
    }

    /** Admin of Alpine Fitters. */
    Person alice() {
        return people.get(DemoUser.ALICE);
    }

    /** Technician of Alpine Fitters. */
    Person tom() {
        return people.get(DemoUser.TOM);
    }

    /** Technician of Alpine Fitters, who comes to a replica of job-service without the gateway. */
    Person tomAtJobService(int replica) {
        return new Person(DemoUser.TOM, stack.infrastructure().keycloak(), stack.url(App.JOB_SERVICE, replica));
    }

    /** Admin of Baltic Service. */
    Person bea() {
        return people.get(DemoUser.BEA);
    }

    /** Technician of Baltic Service. */
    Person ben() {
        return people.get(DemoUser.BEN);
    }

    @Override
    public void close() {
        fleetControl.close();
        kafka.close();
        stack.close();
        traces.close();
    }
}
