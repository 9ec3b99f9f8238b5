package org.servicepartner.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.servicepartner.job.integration.consumed.ConnectionMessages;
import org.servicepartner.job.integration.consumed.FleetControlJobMessages;
import org.servicepartner.job.integration.consumed.UserMessages;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.testing.CloudEventsClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The invariant this product is judged by, against a model of ten lines: random messages about a few jobs, connections and
 * technicians, delivered in random polls, some of them twice and late, and not in order between topics.
 */
class VisibilityProperties {
    private static final int PARTNERS = 2;
    private static ConfigurableApplicationContext service;

    enum What {
        CREATE_DRAFT,
        CREATE_ASSIGNED,
        ASSIGN,
        CHANGE,
        DELETE,
        ACCEPT_CONNECTION,
        END_CONNECTION,
        ENABLE_TECHNICIAN,
        DISABLE_TECHNICIAN
    }

    /** What happens, to which of a handful of things, and whether an earlier message comes again instead. */
    record Step(What what, int job, int fleet, int partner, int connection, int again) {}

    /** The rule, and nothing but the rule. */
    private static final class Model {
        private final Map<String, String> fleetOf = new HashMap<>();
        private final Map<String, String> partnerOf = new HashMap<>();
        private final Set<String> deleted = new HashSet<>();
        private final Map<String, String> accepted = new HashMap<>();
        private final Set<String> ended = new HashSet<>();
        private final Map<String, Boolean> enabled = new HashMap<>();

        Set<String> visibleTo(String technician, String partner) {
            return fleetOf.keySet().stream()
                    .filter(job -> enabled.getOrDefault(technician, false))
                    .filter(job -> partner.equals(partnerOf.get(job)))
                    .filter(job -> accepted.entrySet().stream()
                            .anyMatch(c -> !ended.contains(c.getKey())
                                    && c.getValue().equals(fleetOf.get(job) + "/" + partner)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private record Sent(What what, Runnable effectOnModel, ConsumerRecord<byte[], byte[]> row) {}

    @BeforeContainer
    static void start() {
        Database database = Infrastructure.shared().postgres().createDatabase("visibility");
        service = new SpringApplicationBuilder(JobService.class)
                .properties(Map.of(
                        "SERVER_PORT", "0",
                        "DATABASE_URL", database.jdbcUrl(),
                        "DATABASE_USERNAME", database.username(),
                        "DATABASE_PASSWORD", database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS",
                                Infrastructure.shared().kafka().bootstrapServers(),
                        "OIDC_ISSUER_URI", "http://127.0.0.1:1/realms/unused"))
                .run(
                        "--spring.cloud.stream.bindings.fleetControlJobs-in-0.group=visibility",
                        "--spring.cloud.stream.bindings.connections-in-0.group=visibility",
                        "--spring.cloud.stream.bindings.users-in-0.group=visibility");
    }

    @AfterContainer
    static void stop() {
        service.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void exactlyThoseSeeAJobWhoMay(@ForAll("stories") List<List<Step>> polls) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        Model model = new Model();
        List<Sent> history = new ArrayList<>();
        for (List<Step> poll : polls) {
            List<Sent> batch = new ArrayList<>();
            for (Step step : poll) {
                boolean repeat = step.again >= 0 && step.again < history.size();
                Sent sent = repeat ? history.get(step.again) : sent(run, step, model, history.size());
                if (!repeat) {
                    history.add(sent);
                    sent.effectOnModel.run();
                }
                batch.add(sent);
            }
            deliver(batch);
            assertVisible(run, model);
        }
        await().untilAsserted(() -> assertFeed(run, model));
    }

    @Provide
    Arbitrary<List<List<Step>>> stories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(-40, 20))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(8);
    }

    private static void assertVisible(String run, Model model) {
        VisibleJobs jobs = service.getBean(VisibleJobs.class);
        for (int number = 0; number < PARTNERS; number++) {
            String partner = partnerId(run, number);
            String technician = technicianId(run, number);
            Set<String> seen = jobs.activeSince(technician, partner).isPresent()
                    ? jobs.page(partner, null, Long.MAX_VALUE, 100).stream()
                            .map(VisibleJob::jobId)
                            .collect(Collectors.toCollection(TreeSet::new))
                    : Set.of();
            assertThat(seen).isEqualTo(model.visibleTo(technician, partner));
        }
    }

    /** The Kafka feed knows no technicians: it shows what an active one would see. */
    private static void assertFeed(String run, Model model) {
        Set<String> expected = new TreeSet<>();
        Set<String> ours = new HashSet<>();
        model.enabled.put("anybody", true);
        for (int number = 0; number < PARTNERS; number++) {
            String partner = partnerId(run, number);
            ours.add(partner);
            model.visibleTo("anybody", partner).forEach(job -> expected.add(partner + ":" + job));
        }
        Map<String, Boolean> shown = new HashMap<>();
        try (CloudEventsClient kafka = new CloudEventsClient()) {
            kafka.records("smartcontrol.jobs.v1").stream()
                    .filter(event -> ours.contains(event.key().split(":")[0]))
                    .forEach(event -> shown.put(event.key(), event.data() != null));
        }
        shown.values().removeIf(visible -> !visible);
        assertThat(shown.keySet()).isEqualTo(expected);
    }

    private static void deliver(List<Sent> batch) {
        InboundProcessor processor = service.getBean(InboundProcessor.class);
        Clock clock = Clock.systemUTC();
        Map<InboundHandler, List<ConsumerRecord<byte[], byte[]>>> topics = new HashMap<>();
        InboundHandler jobs = new FleetControlJobMessages(clock);
        InboundHandler connections = new ConnectionMessages(clock);
        InboundHandler users = new UserMessages(service.getBean(UserNames.class), clock);
        for (Sent sent : batch) {
            InboundHandler handler =
                    switch (sent.what) {
                        case ACCEPT_CONNECTION, END_CONNECTION -> connections;
                        case ENABLE_TECHNICIAN, DISABLE_TECHNICIAN -> users;
                        default -> jobs;
                    };
            topics.computeIfAbsent(handler, key -> new ArrayList<>()).add(sent.row);
        }
        topics.forEach((handler, rows) -> processor.process(new InboundBatch(rows), handler));
    }

    private static String partnerId(String run, int number) {
        return UUID.nameUUIDFromBytes((run + "-partner-" + number).getBytes(UTF_8))
                .toString();
    }

    private static String technicianId(String run, int number) {
        return run + "-technician-of-partner-" + number;
    }

    private static Sent sent(String run, Step step, Model model, int number) {
        String job = UUID.nameUUIDFromBytes((run + step.job).getBytes(UTF_8)).toString();
        String fleet = run + "-fleet-" + step.fleet;
        String partner = partnerId(run, step.partner);
        return switch (step.what) {
            case CREATE_DRAFT ->
                job(
                        step,
                        number,
                        "created",
                        job,
                        "\"fleetId\":\"" + fleet + "\"",
                        () -> model.fleetOf.putIfAbsent(job, fleet));
            case CREATE_ASSIGNED ->
                job(
                        step,
                        number,
                        "created",
                        job,
                        "\"fleetId\":\"" + fleet + "\",\"partnerId\":\"" + partner + "\"",
                        () -> {
                            if (model.fleetOf.putIfAbsent(job, fleet) == null) {
                                model.partnerOf.put(job, partner);
                            }
                        });
            case ASSIGN ->
                job(step, number, "assigned", job, "\"partnerId\":\"" + partner + "\"", () -> {
                    if (model.fleetOf.containsKey(job) && !model.deleted.contains(job)) {
                        model.partnerOf.putIfAbsent(job, partner);
                    }
                });
            case CHANGE -> job(step, number, "changed", job, "\"customName\":\"name " + number + "\"", () -> {});
            case DELETE ->
                job(step, number, "deleted", job, "\"unused\":true", () -> {
                    if (model.fleetOf.containsKey(job) && !model.partnerOf.containsKey(job)) {
                        model.deleted.add(job);
                    }
                });
            case ACCEPT_CONNECTION -> connection(run, step, number, "accepted", model);
            case END_CONNECTION -> connection(run, step, number, "deleted", model);
            case ENABLE_TECHNICIAN -> technician(run, step, number, true, model);
            case DISABLE_TECHNICIAN -> technician(run, step, number, false, model);
        };
    }

    private static Sent job(Step step, int number, String what, String id, String fields, Runnable effect) {
        String data = "{\"jobId\":\"" + id + "\"," + fields + "}";
        return new Sent(
                step.what, effect, row("fleetcontrol.jobs.v1", id, "fleetcontrol.job." + what + ".v1", data, number));
    }

    private static Sent connection(String run, Step step, int number, String what, Model model) {
        String id = run + "-connection-" + step.connection;
        String fleet = run + "-fleet-" + step.connection % 2;
        String partner = partnerId(run, step.connection / 2 % 2);
        String data = "{\"connectionId\":\"%s\",\"fleetId\":\"%s\",\"partnerId\":\"%s\"}".formatted(id, fleet, partner);
        Runnable effect = what.equals("accepted")
                ? () -> model.accepted.put(id, fleet + "/" + partner)
                : () -> model.ended.add(id);
        return new Sent(
                step.what,
                effect,
                row(
                        "servicepartner.fleet-connections.v1",
                        id,
                        "servicepartner.fleet-connection." + what + ".v1",
                        data,
                        number));
    }

    private static Sent technician(String run, Step step, int number, boolean enable, Model model) {
        String partner = partnerId(run, step.partner);
        String id = technicianId(run, step.partner);
        String data = "{\"userId\":\"%s\",\"partnerId\":\"%s\",\"role\":\"%s\"}"
                .formatted(id, partner, enable ? "TECHNICIAN" : "ADMIN");
        return new Sent(
                step.what,
                () -> model.enabled.put(id, enable),
                row("servicepartner.users.v1", id, "servicepartner.user.role-changed.v1", data, number));
    }

    private static ConsumerRecord<byte[], byte[]> row(String topic, String key, String type, String data, int number) {
        ConsumerRecord<byte[], byte[]> row =
                new ConsumerRecord<>(topic, 0, number, key.getBytes(UTF_8), data.getBytes(UTF_8));
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/test", type);
        headers.put("ce_sequence", Integer.toString(number));
        headers.forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        return row;
    }
}
