package org.servicepartner.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.App;
import org.servicepartner.local.LocalStack;
import org.servicepartner.local.Mail;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** What is found after a bad night: the services' stories, the topics, the feeds, the letters, and what technicians saw. */
final class Aftermath {
    /** The same second in which jobs vanish on a quiet machine, and another while five processes start beside it. */
    private static final Duration HIDDEN_WITHIN = Duration.ofSeconds(2);

    /** After which silence Kafka gives the partitions of a dead process, and the token table its leases, to a living one. */
    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    private static final List<App> SERVICES =
            Stream.of(App.values()).filter(app -> app != App.GATEWAY).toList();

    static final String NOTHING_WAITS_FOR_A_POLICY = "nothing waits for a policy";
    private static final String DEAD_LETTERS = ".dlt";
    private static final String PROVIDERS_DESK = "desk@peak-mobility.example";

    /** What there was before the night. */
    record Before(Map<App, Long> lastIndex, Set<String> deadLetters) {}

    /** @param violations empty if the promise was kept */
    record Finding(String promise, String lookedAt, List<String> violations) {}

    private final Platform platform;
    private final LocalStack stack;
    private final Before before;
    private final List<FleetStory> stories;
    private final BadNight night;
    private final Supplier<List<VisibilityWatch.Sample>> samples;
    private final List<StreamFollower> phones;

    Aftermath(
            Platform platform,
            Before before,
            List<FleetStory> stories,
            BadNight night,
            Supplier<List<VisibilityWatch.Sample>> samples,
            List<StreamFollower> phones) {
        this.platform = platform;
        this.stack = platform.stack();
        this.before = before;
        this.stories = stories;
        this.night = night;
        this.samples = samples;
        this.phones = phones;
    }

    static Before before(Platform platform) {
        Map<App, Long> lastIndex = new HashMap<>();
        for (App service : List.of(App.JOB_SERVICE, App.FLEET_CONNECTION_SERVICE)) {
            lastIndex.put(
                    service,
                    StoredEvent.number(
                            platform.stack(), service, "select coalesce(max(global_index), 0) from domain_event"));
        }
        return new Before(lastIndex, places(deadLetters(platform)));
    }

    List<Finding> findings() {
        return List.of(
                everyInputIsRecordedOnce(),
                everyEventIsPublishedOnceAndInOrder(),
                nobodySawWhatWasHidden(),
                jobsVanishedInTime(),
                allFeedsEqualTheModel(),
                everyLetterCameOnce(),
                onlyBrokenMessagesAreDeadLetters(),
                noPolicyHasGivenUp());
    }

    private Finding everyInputIsRecordedOnce() {
        Map<String, List<String>> ofJobs = typesBy(recorded(App.JOB_SERVICE), StoredEvent::aggregateId);
        Map<String, List<String>> ofFleets =
                typesBy(recorded(App.FLEET_CONNECTION_SERVICE), event -> event.text("fleetId"));
        List<String> violations = new ArrayList<>();
        for (FleetStory story : stories) {
            story.recorded().forEach((job, expected) -> compare(job, expected, ofJobs.get(job), violations));
            compare(
                    story.fleet(),
                    story.connectionEvents(),
                    ofFleets.getOrDefault(story.fleet(), List.of()),
                    violations);
        }
        return new Finding(
                "every input is recorded exactly once",
                "%d jobs, %d fleets".formatted(jobs(), stories.size()),
                violations);
    }

    private Finding everyEventIsPublishedOnceAndInOrder() {
        List<ReceivedEvent> aboutJobs = platform.kafka().records("servicepartner.jobs.v1");
        List<ReceivedEvent> aboutConnections = platform.kafka().records("servicepartner.fleet-connections.v1");
        Map<String, List<String>> ofJobs = typesInOrder(aboutJobs, ReceivedEvent::key);
        Map<String, List<String>> ofConnections = typesInOrder(aboutConnections, event -> field(event, "connectionId"));
        Map<String, List<String>> invitations =
                typesInOrder(platform.kafka().records("servicepartner.users.v1"), event -> field(event, "email"));
        List<String> violations = new ArrayList<>();
        for (FleetStory story : stories) {
            story.published().forEach((job, expected) -> compare(job, expected, ofJobs.get(job), violations));
            story.connections()
                    .forEach(connection -> compare(
                            connection.id(), connection.published(), ofConnections.get(connection.id()), violations));
            story.invited()
                    .forEach(address -> compare(
                            address, List.of("servicepartner.user.invited.v1"), invitations.get(address), violations));
        }
        long repeated = aboutJobs.size()
                - aboutJobs.stream().map(ReceivedEvent::id).distinct().count();
        return new Finding(
                "FleetControl hears of every event, once in effect and in order",
                "%d messages about jobs, %d of them repetitions".formatted(aboutJobs.size(), repeated),
                violations);
    }

    /** As of the place in job-service's story that each answer names, and never before an admin was asked to accept. */
    private Finding nobodySawWhatWasHidden() {
        Map<String, List<Interval>> accepted = accepted();
        Map<String, FleetStory> storyOf = storyOfJobs();
        List<String> violations = new ArrayList<>();
        List<VisibilityWatch.Sample> lists = samples.get();
        long seen = 0;
        for (VisibilityWatch.Sample sample : lists) {
            for (String job : sample.jobs()) {
                FleetStory story = storyOf.get(job);
                if (story == null) {
                    continue;
                }
                seen++;
                boolean mayBeSeen = sample.partnerId().equals(story.partnerId())
                        && story.acceptedBefore(sample.answered()).isPresent()
                        && accepted.getOrDefault(story.fleet(), List.of()).stream()
                                .anyMatch(interval -> interval.contains(sample.asOf()));
                if (!mayBeSeen) {
                    violations.add("%s of %s, as of event %d".formatted(job, story.fleet(), sample.asOf()));
                }
            }
        }
        return new Finding(
                "no technician saw a job that was hidden",
                "%d lists with %d jobs".formatted(lists.size(), seen),
                violations);
    }

    private Finding jobsVanishedInTime() {
        Map<String, FleetStory> storyOf = storyOfJobs();
        List<String> violations = new ArrayList<>();
        Duration latest = Duration.ZERO;
        Duration latestOfQuiet = Duration.ZERO;
        for (VisibilityWatch.Sample sample : samples.get()) {
            Set<FleetStory> shown = new HashSet<>();
            sample.jobs().forEach(job -> shown.add(storyOf.get(job)));
            for (FleetStory story : shown) {
                Instant end = story == null
                        ? Instant.MAX
                        : story.acceptedBefore(sample.answered())
                                .map(FleetStory.Accepted::endAnswered)
                                .orElse(Instant.MAX);
                if (end.isBefore(sample.asked())) {
                    Duration late = Duration.between(end, sample.asked());
                    latest = late.compareTo(latest) > 0 ? late : latest;
                    if (hiddenBy(end).equals(end.plus(HIDDEN_WITHIN))) {
                        latestOfQuiet = late.compareTo(latestOfQuiet) > 0 ? late : latestOfQuiet;
                    }
                    if (sample.asked().isAfter(hiddenBy(end))) {
                        violations.add("%s %d ms after the answer".formatted(story.fleet(), late.toMillis()));
                    }
                }
            }
        }
        return new Finding(
                "jobs vanish within %d s of the answer to a deletion, or of the takeover after what held it up"
                        .formatted(HIDDEN_WITHIN.toSeconds()),
                "%d deletions; the latest after %d ms, without a fault on its way %d ms"
                        .formatted(deletions(), latest.toMillis(), latestOfQuiet.toMillis()),
                violations);
    }

    /** What dies on the way of the news delays it until it is back and its work is taken over. */
    private Instant hiddenBy(Instant endAnswered) {
        Instant limit = endAnswered.plus(HIDDEN_WITHIN);
        for (BadNight.Struck struck : night.struck()) {
            Instant takenOver = struck.over().plus(TAKEOVER).plus(HIDDEN_WITHIN);
            if (struck.fault().delaysVisibility() && struck.begin().isBefore(limit) && limit.isBefore(takenOver)) {
                limit = takenOver;
            }
        }
        return limit;
    }

    private Finding allFeedsEqualTheModel() {
        List<String> violations = new ArrayList<>();
        int visible = 0;
        List<Person> technicians = List.of(platform.tom(), platform.ben());
        for (int index = 0; index < technicians.size(); index++) {
            Person technician = technicians.get(index);
            Map<String, String> model = new HashMap<>();
            stories.stream()
                    .filter(story -> story.partnerId().equals(technician.partnerId()))
                    .forEach(story -> model.putAll(story.visibleJobs()));
            Map<String, JsonNode> list = ofTheNight(technician.allJobs());
            compare(technician.email(), model, statuses(list), violations);
            compare(
                    "Kafka feed of " + technician.email(),
                    list,
                    ofTheNight(platform.feed().jobsOf(technician.partnerId()).values()),
                    violations);
            compare(
                    "live stream of " + technician.email(),
                    list,
                    ofTheNight(phones.get(index).jobs().values()),
                    violations);
            visible += model.size();
        }
        return new Finding(
                "list, Kafka feed and live stream equal the model",
                "%d visible of %d jobs; streams continued %d times"
                        .formatted(
                                visible,
                                jobs(),
                                phones.stream()
                                        .mapToInt(StreamFollower::continued)
                                        .sum()),
                violations);
    }

    /** Only a letter that was cut off from its answer may come again, as the same message. */
    private Finding everyLetterCameOnce() {
        List<Mail> mails = stack.infrastructure().mail().messages();
        Map<String, List<Mail>> byRecipient =
                mails.stream().collect(groupingBy(mail -> mail.to().getFirst()));
        List<String> violations = new ArrayList<>();
        compare(
                "letters that wait or were given up",
                0L,
                StoredEvent.number(
                        stack,
                        App.NOTIFICATION_SERVICE,
                        "select count(*) from delivery where state in ('PENDING', 'FAILED')"),
                violations);
        int letters = 0;
        int repeated = 0;
        for (FleetStory story : stories) {
            for (String address : story.invited()) {
                List<Mail> invitations = byRecipient.getOrDefault(address, List.of());
                compare(address, 1L, distinct(invitations), violations);
                letters++;
                repeated += invitations.size() - 1;
            }
            List<Mail> deletions = about(story, byRecipient.getOrDefault(PROVIDERS_DESK, List.of()));
            compare("deletions of " + story.fleet(), story.deletions(), distinct(deletions), violations);
            letters += (int) story.deletions();
            repeated += deletions.size() - (int) distinct(deletions);
        }
        long cuts = night.struck().stream()
                .filter(struck -> struck.fault().cutsOffALetter())
                .count();
        if (repeated > cuts) {
            violations.add("%d letters came again, but only %d were cut off".formatted(repeated, cuts));
        }
        return new Finding(
                "every letter came once",
                "%d letters; %d came again after a cut".formatted(letters, Math.max(0, repeated)),
                violations);
    }

    private Finding onlyBrokenMessagesAreDeadLetters() {
        Map<String, String> found = new LinkedHashMap<>();
        deadLetters(platform)
                .forEach((topic, letters) -> letters.stream()
                        .filter(letter -> !before.deadLetters().contains(place(topic, letter)))
                        .forEach(letter -> found.put(letter.id(), topic)));
        List<String> violations = new ArrayList<>();
        compare("dead letters", night.broken(), found, violations);
        return new Finding(
                "broken messages are dead letters, and nothing else is",
                night.broken().size() + " broken messages",
                violations);
    }

    private Finding noPolicyHasGivenUp() {
        List<String> violations = new ArrayList<>();
        for (App service : SERVICES) {
            compare(
                    service.module(),
                    0L,
                    StoredEvent.number(stack, service, "select count(*) from dead_letter_entry"),
                    violations);
        }
        return new Finding(NOTHING_WAITS_FOR_A_POLICY, SERVICES.size() + " services", violations);
    }

    /** From one event of job-service's story to another; the first is in it, the last is not. */
    private record Interval(long from, long to) {
        boolean contains(long index) {
            return from <= index && index < to;
        }
    }

    /** By fleet, when a connection was accepted, as job-service has recorded it. */
    private Map<String, List<Interval>> accepted() {
        Map<String, Interval> byConnection = new HashMap<>();
        Map<String, List<String>> ofFleet = new HashMap<>();
        for (StoredEvent event : recorded(App.JOB_SERVICE)) {
            String connection = event.text("connectionId");
            if (event.type().equals("connection.accepted.v1")) {
                byConnection.put(connection, new Interval(event.index(), Long.MAX_VALUE));
                ofFleet.computeIfAbsent(event.text("fleetId"), fleet -> new ArrayList<>())
                        .add(connection);
            } else if (event.type().equals("connection.ended.v1")) {
                byConnection.computeIfPresent(connection, (id, open) -> new Interval(open.from(), event.index()));
            }
        }
        return ofFleet.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        fleet ->
                                fleet.getValue().stream().map(byConnection::get).toList()));
    }

    private List<StoredEvent> recorded(App service) {
        return StoredEvent.of(stack, service, before.lastIndex().get(service));
    }

    private Map<String, FleetStory> storyOfJobs() {
        Map<String, FleetStory> storyOf = new HashMap<>();
        stories.forEach(story -> story.recorded().keySet().forEach(job -> storyOf.put(job, story)));
        return storyOf;
    }

    private Map<String, JsonNode> ofTheNight(Collection<JsonNode> all) {
        Map<String, FleetStory> storyOf = storyOfJobs();
        return all.stream()
                .filter(job -> storyOf.containsKey(job.get("jobId").asString()))
                .collect(toMap(job -> job.get("jobId").asString(), Function.identity()));
    }

    private static Map<String, String> statuses(Map<String, JsonNode> list) {
        return list.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, job -> job.getValue().get("status").asString()));
    }

    private int jobs() {
        return stories.stream().mapToInt(story -> story.recorded().size()).sum();
    }

    private long deletions() {
        return stories.stream().mapToLong(FleetStory::deletions).sum();
    }

    private static Map<String, List<String>> typesBy(List<StoredEvent> events, Function<StoredEvent, String> key) {
        return events.stream().collect(groupingBy(key, mapping(StoredEvent::type, toList())));
    }

    /** Repetitions left out. */
    private static Map<String, List<String>> typesInOrder(
            List<ReceivedEvent> messages, Function<ReceivedEvent, String> key) {
        Map<String, ReceivedEvent> first = new LinkedHashMap<>();
        messages.forEach(message -> first.putIfAbsent(message.id(), message));
        return first.values().stream()
                .collect(groupingBy(key, LinkedHashMap::new, mapping(ReceivedEvent::type, toList())));
    }

    private static String field(ReceivedEvent message, String name) {
        return message.data() == null
                ? ""
                : JsonMapper.shared().readTree(message.data()).path(name).asString("");
    }

    private static List<Mail> about(FleetStory story, List<Mail> mails) {
        return mails.stream()
                .filter(mail -> mail.text().contains("Fleet " + story.fleet()))
                .toList();
    }

    private static long distinct(List<Mail> mails) {
        return mails.stream().map(Mail::messageId).distinct().count();
    }

    private static Map<String, List<ReceivedEvent>> deadLetters(Platform platform) {
        return platform.kafka().topics().stream()
                .filter(topic -> topic.endsWith(DEAD_LETTERS))
                .collect(toMap(Function.identity(), platform.kafka()::records));
    }

    private static Set<String> places(Map<String, List<ReceivedEvent>> letters) {
        Set<String> places = new HashSet<>();
        letters.forEach((topic, records) -> records.forEach(letter -> places.add(place(topic, letter))));
        return places;
    }

    private static String place(String topic, ReceivedEvent letter) {
        return topic + " " + letter.partition() + " " + letter.offset();
    }

    private static void compare(
            String about, @Nullable Object expected, @Nullable Object found, List<String> violations) {
        if (!Objects.equals(expected, found)) {
            violations.add("%s: expected %s, found %s".formatted(about, expected, found));
        }
    }
}
