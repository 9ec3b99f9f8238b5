package org.servicepartner.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.integration.consumed.ConnectionMessages;
import org.servicepartner.job.integration.consumed.FleetControlJobMessages;
import org.servicepartner.job.integration.consumed.UserMessages;
import org.servicepartner.job.view.Admins;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.web.RenderedLists;
import org.servicepartner.local.Database;
import org.servicepartner.local.DemoUser;
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
 * technicians, delivered in random polls to two replicas, some of them twice and late, and not in order between topics. Seen in the
 * list, in the Kafka feed, and on phones that follow the live stream where they have reception.
 */
class VisibilityProperties {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<DemoUser> TECHNICIANS = List.of(DemoUser.TOM, DemoUser.BEN);
    private static final List<String> CONSUMERS = List.of("fleetControlJobs", "connections", "users");
    /** So few that a phone which was away for a while gets all jobs anew, and one that comes back soon does not. */
    private static final int LONGEST_REPLAY = 8;

    private static final int LAST_JOB = 100;
    private static final int LAST_FLEET = 100;
    private static final Duration SHORTLY = Duration.ofMillis(10);

    /** The version of the latest news of a technician; there is older news as well. */
    private static final Map<DemoUser, Long> LATEST_NEWS =
            new EnumMap<>(Map.of(DemoUser.TOM, 100L, DemoUser.BEN, 100L));

    private static final Map<DemoUser, String> TOKENS = new EnumMap<>(DemoUser.class);
    private static final List<ConfigurableApplicationContext> REPLICAS = new ArrayList<>();
    private static final FeedReader FEED = new FeedReader();

    enum What {
        CREATE_DRAFT,
        CREATE_ASSIGNED,
        ASSIGN,
        CHANGE,
        DELETE,
        ACCEPT_CONNECTION,
        END_CONNECTION,
        ENABLE_TECHNICIAN,
        DISABLE_TECHNICIAN,
        OLD_NEWS_OF_TECHNICIAN,
        LOSE_RECEPTION,
        FIND_RECEPTION
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
        for (int replica = 0; replica < 2; replica++) {
            REPLICAS.add(new SpringApplicationBuilder(JobService.class)
                    .properties(Map.of(
                            "SERVER_PORT", "0",
                            "DATABASE_URL", database.jdbcUrl(),
                            "DATABASE_USERNAME", database.username(),
                            "DATABASE_PASSWORD", database.password(),
                            "KAFKA_BOOTSTRAP_SERVERS",
                                    Infrastructure.shared().kafka().bootstrapServers(),
                            "OIDC_ISSUER_URI",
                                    Infrastructure.shared().keycloak().issuer().toString()))
                    .run(settings()));
        }
        deliver(REPLICAS.getFirst(), nobodyIsEnabled(new Model()));
        TECHNICIANS.forEach(technician ->
                TOKENS.put(technician, Infrastructure.shared().keycloak().token(technician)));
    }

    /** The test alone delivers messages: on the topics are those of other tests as well. */
    private static String[] settings() {
        return Stream.concat(
                        CONSUMERS.stream()
                                .map(name ->
                                        "--spring.cloud.stream.bindings." + name + "-in-0.consumer.auto-startup=false"),
                        Stream.of("--servicepartner.streams.longest-replay=" + LONGEST_REPLAY))
                .toArray(String[]::new);
    }

    @AfterContainer
    static void stop() {
        REPLICAS.forEach(ConfigurableApplicationContext::close);
        FEED.close();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
    void exactlyThoseSeeAJobWhoMay(@ForAll("stories") List<List<Step>> polls) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        Model model = new Model();
        List<FollowingPhone> phones = TECHNICIANS.stream()
                .map(technician -> new FollowingPhone(technician, TOKENS.get(technician)))
                .toList();
        try {
            play(run, polls, model, phones);
            deliver(REPLICAS.getFirst(), lastThings(run, model));
            assertPhones(run, model, phones);
            await().pollInterval(SHORTLY).untilAsserted(() -> assertFeed(model));
        } finally {
            deliver(REPLICAS.getLast(), endOfEverything(model));
        }
        for (FollowingPhone phone : phones) {
            await().pollInterval(SHORTLY)
                    .untilAsserted(() -> assertThat(phone.jobs()).isEmpty());
        }
        phones.forEach(FollowingPhone::close);
    }

    private static void play(String run, List<List<Step>> polls, Model model, List<FollowingPhone> phones) {
        List<Sent> history = new ArrayList<>();
        for (int number = 0; number < polls.size(); number++) {
            List<Sent> batch = new ArrayList<>();
            for (Step step : polls.get(number)) {
                FollowingPhone phone = phones.get(step.partner);
                switch (step.what) {
                    case LOSE_RECEPTION -> phone.loseReception();
                    case FIND_RECEPTION -> phone.findReception();
                    default -> {
                        boolean repeat = step.again >= 0 && step.again < history.size();
                        Sent sent = repeat ? history.get(step.again) : sent(run, step, model, history.size());
                        if (!repeat) {
                            history.add(sent);
                            sent.effectOnModel.run();
                        }
                        batch.add(sent);
                    }
                }
            }
            deliver(REPLICAS.get(number % 2), batch);
            assertVisible(REPLICAS.get((number + 1) % 2), model);
            int port = portOf(REPLICAS.get(number % 2));
            phones.forEach(phone -> phone.follow(port));
        }
    }

    /** A job for each partner that is visible at the end: a phone that shows it has heard of everything before. */
    private static List<Sent> lastThings(String run, Model model) {
        List<Sent> last = new ArrayList<>();
        for (int number = 0; number < TECHNICIANS.size(); number++) {
            String partner = partnerOf(TECHNICIANS.get(number));
            last.add(assignedJob(jobId(run, LAST_JOB + number), fleetId(run, LAST_FLEET), partner, 0, model));
            last.add(connection(
                    What.ACCEPT_CONNECTION, 0, run + "-last-" + number, fleetId(run, LAST_FLEET), partner, model));
        }
        last.forEach(sent -> sent.effectOnModel.run());
        return last;
    }

    /** The stories have the technicians in common: the next one begins with nothing visible. */
    private static List<Sent> endOfEverything(Model model) {
        List<Sent> ends = new ArrayList<>(nobodyIsEnabled(model));
        model.accepted.forEach((id, pair) -> {
            String[] fleetAndPartner = pair.split("/");
            ends.add(connection(What.END_CONNECTION, 0, id, fleetAndPartner[0], fleetAndPartner[1], model));
        });
        return ends;
    }

    private static List<Sent> nobodyIsEnabled(Model model) {
        return TECHNICIANS.stream()
                .map(technician -> news(technician, What.DISABLE_TECHNICIAN, false, model))
                .toList();
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

    private static void assertVisible(ConfigurableApplicationContext replica, Model model) {
        VisibleJobs jobs = replica.getBean(VisibleJobs.class);
        RenderedLists lists = replica.getBean(RenderedLists.class);
        for (DemoUser technician : TECHNICIANS) {
            String partner = partnerOf(technician);
            Set<String> expected = model.visibleTo(idOf(technician), partner);
            Set<String> listed = jobs.active(idOf(technician), partner)
                    .map(active -> idsOf(lists.of(partner, active.versionOfList(), null, Long.MAX_VALUE, 100)))
                    .orElse(Set.of());
            assertThat(listed)
                    .as("the list of replica %d, kept from before", portOf(replica))
                    .isEqualTo(expected);
        }
    }

    private static Set<String> idsOf(RenderedLists.Rendered page) {
        return JSON.readTree(page.json())
                .get("jobs")
                .valueStream()
                .map(job -> job.get("jobId").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Wherever they are, the phones come back, and show what the list shows. */
    private static void assertPhones(String run, Model model, List<FollowingPhone> phones) {
        for (int number = 0; number < phones.size(); number++) {
            FollowingPhone phone = phones.get(number);
            DemoUser technician = TECHNICIANS.get(number);
            String lastJob = jobId(run, LAST_JOB + number);
            boolean enabled = model.enabled.getOrDefault(idOf(technician), false);
            int port = portOf(REPLICAS.get(number));
            phone.findReception();
            await().pollInterval(SHORTLY).until(() -> {
                phone.follow(port);
                return enabled ? phone.shows(lastJob) : phone.isRefused();
            });
            assertThat(phone.jobs()).isEqualTo(model.visibleTo(idOf(technician), partnerOf(technician)));
        }
    }

    /** The Kafka feed knows no technicians: it shows what an active one would see. */
    private static void assertFeed(Model model) {
        Set<String> expected = new TreeSet<>();
        model.enabled.put("anybody", true);
        for (DemoUser technician : TECHNICIANS) {
            model.visibleTo("anybody", partnerOf(technician))
                    .forEach(job -> expected.add(partnerOf(technician) + ":" + job));
        }
        assertThat(FEED.visible(key -> model.fleetOf.containsKey(key.split(":")[1])))
                .isEqualTo(expected);
    }

    private static void deliver(ConfigurableApplicationContext replica, List<Sent> batch) {
        InboundProcessor processor = replica.getBean(InboundProcessor.class);
        Clock clock = Clock.systemUTC();
        Map<InboundHandler, List<ConsumerRecord<byte[], byte[]>>> topics = new HashMap<>();
        InboundHandler jobs = new FleetControlJobMessages(clock);
        InboundHandler connections = new ConnectionMessages(clock);
        InboundHandler users = new UserMessages(replica.getBean(UserNames.class), replica.getBean(Admins.class), clock);
        for (Sent sent : batch) {
            InboundHandler handler =
                    switch (sent.what) {
                        case ACCEPT_CONNECTION, END_CONNECTION -> connections;
                        case ENABLE_TECHNICIAN, DISABLE_TECHNICIAN, OLD_NEWS_OF_TECHNICIAN -> users;
                        default -> jobs;
                    };
            topics.computeIfAbsent(handler, key -> new ArrayList<>()).add(sent.row);
        }
        topics.forEach((handler, rows) -> processor.process(new InboundBatch(rows), handler));
    }

    private static int portOf(ConfigurableApplicationContext replica) {
        return replica.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String partnerOf(DemoUser technician) {
        return technician.partnerId().toString();
    }

    private static String idOf(DemoUser technician) {
        return technician.userId().toString();
    }

    private static String jobId(String run, int number) {
        return UUID.nameUUIDFromBytes((run + number).getBytes(UTF_8)).toString();
    }

    private static String fleetId(String run, int number) {
        return run + "-fleet-" + number;
    }

    private static Sent sent(String run, Step step, Model model, int number) {
        DemoUser technician = TECHNICIANS.get(step.partner);
        String job = jobId(run, step.job);
        String fleet = fleetId(run, step.fleet);
        String partner = partnerOf(technician);
        return switch (step.what) {
            case CREATE_DRAFT ->
                job(
                        step.what,
                        number,
                        "created",
                        job,
                        "\"fleetId\":\"" + fleet + "\"",
                        () -> model.fleetOf.putIfAbsent(job, fleet));
            case CREATE_ASSIGNED -> assignedJob(job, fleet, partner, number, model);
            case ASSIGN ->
                job(step.what, number, "assigned", job, "\"partnerId\":\"" + partner + "\"", () -> {
                    if (model.fleetOf.containsKey(job) && !model.deleted.contains(job)) {
                        model.partnerOf.putIfAbsent(job, partner);
                    }
                });
            case CHANGE -> job(step.what, number, "changed", job, "\"customName\":\"name " + number + "\"", () -> {});
            case DELETE ->
                job(step.what, number, "deleted", job, "\"unused\":true", () -> {
                    if (model.fleetOf.containsKey(job) && !model.partnerOf.containsKey(job)) {
                        model.deleted.add(job);
                    }
                });
            case ACCEPT_CONNECTION, END_CONNECTION ->
                connection(
                        step.what,
                        number,
                        run + "-connection-" + step.connection,
                        fleetId(run, step.connection % 2),
                        partnerOf(TECHNICIANS.get(step.connection / 2 % 2)),
                        model);
            case ENABLE_TECHNICIAN -> news(technician, step.what, true, model);
            case DISABLE_TECHNICIAN -> news(technician, step.what, false, model);
            case OLD_NEWS_OF_TECHNICIAN ->
                technician(technician, step.what, step.fleet == 0, LATEST_NEWS.get(technician) - step.job, () -> {});
            case LOSE_RECEPTION, FIND_RECEPTION -> throw new IllegalArgumentException("No message: " + step);
        };
    }

    private static Sent assignedJob(String job, String fleet, String partner, int number, Model model) {
        return job(
                What.CREATE_ASSIGNED,
                number,
                "created",
                job,
                "\"fleetId\":\"" + fleet + "\",\"partnerId\":\"" + partner + "\"",
                () -> {
                    if (model.fleetOf.putIfAbsent(job, fleet) == null) {
                        model.partnerOf.put(job, partner);
                    }
                });
    }

    private static Sent job(What what, long number, String type, String id, String fields, Runnable effect) {
        String data = "{\"jobId\":\"" + id + "\"," + fields + "}";
        return new Sent(
                what, effect, row("fleetcontrol.jobs.v1", id, "fleetcontrol.job." + type + ".v1", data, number));
    }

    private static Sent connection(What what, int number, String id, String fleet, String partner, Model model) {
        boolean accepted = what == What.ACCEPT_CONNECTION;
        String data = "{\"connectionId\":\"%s\",\"fleetId\":\"%s\",\"partnerId\":\"%s\"}".formatted(id, fleet, partner);
        return new Sent(
                what,
                accepted ? () -> model.accepted.put(id, fleet + "/" + partner) : () -> model.ended.add(id),
                row(
                        "servicepartner.fleet-connections.v1",
                        id,
                        "servicepartner.fleet-connection." + (accepted ? "accepted" : "deleted") + ".v1",
                        data,
                        number));
    }

    private static Sent news(DemoUser technician, What what, boolean enable, Model model) {
        return technician(
                technician,
                what,
                enable,
                LATEST_NEWS.merge(technician, 1L, Long::sum),
                () -> model.enabled.put(idOf(technician), enable));
    }

    private static Sent technician(DemoUser technician, What what, boolean enable, long version, Runnable effect) {
        String data = "{\"userId\":\"%s\",\"partnerId\":\"%s\",\"role\":\"%s\"}"
                .formatted(idOf(technician), partnerOf(technician), enable ? "TECHNICIAN" : "ADMIN");
        return new Sent(
                what,
                effect,
                row("servicepartner.users.v1", idOf(technician), "servicepartner.user.role-changed.v1", data, version));
    }

    private static ConsumerRecord<byte[], byte[]> row(String topic, String key, String type, String data, long number) {
        ConsumerRecord<byte[], byte[]> row =
                new ConsumerRecord<>(topic, 0, number, key.getBytes(UTF_8), data.getBytes(UTF_8));
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/test", type);
        headers.put("ce_sequence", Long.toString(number));
        headers.forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        return row;
    }
}
