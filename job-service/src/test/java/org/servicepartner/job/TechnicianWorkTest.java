package org.servicepartner.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.TechnicianCommand;
import org.servicepartner.job.view.JobHistory;
import org.servicepartner.job.view.TimelineEntry;
import org.servicepartner.job.work.Step;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.job.work.WorkOrder;
import org.servicepartner.local.DemoUser;
import org.servicepartner.platform.idempotency.IdempotentRequests.Answered;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A technician's day over HTTP. */
class TechnicianWorkTest extends RunningJobService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static final String TOM = DemoUser.TOM.userId().toString();

    @Autowired
    WorkDesk desk;

    @Autowired
    JobHistory history;

    @Autowired
    CommandGateway commands;

    @Autowired
    TransactionOperations transaction;

    private Phone tom;
    private Fleet fleet;

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    @BeforeEach
    void technician() {
        tom = new Phone(port, DemoUser.TOM);
        fleet = new Fleet(KAFKA, jdbc);
        fleet.technician(TOM, true);
    }

    @Test
    void fromAcceptanceToTheVehicleThatJoinsTheFleet() {
        String job = fleet.accepted().job("\"jobType\":\"INSTALLATION\"");

        Phone.Reply accepted = tom.accept(job, 0);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.body().path("technicianId").asString()).isEqualTo(TOM);
        assertThat(accepted.body().path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(accepted.body().path("progress").has("acceptedAt")).isTrue();
        assertThat(tom.start(job, 0, Fleet.VIN).status()).isEqualTo(200);
        assertThat(tom.complete(job, 0).problem()).isEqualTo("configuration-missing");
        assertThat(tom.configure(job, 0, Fleet.UNIT).status()).isEqualTo(200);
        assertThat(tom.complete(job, 0).problem()).isEqualTo("test-missing");
        assertThat(tom.test(job, 0)
                        .body()
                        .path("progress")
                        .path("test")
                        .path("passed")
                        .asBoolean())
                .isTrue();
        Phone.Reply completed = tom.complete(job, 0);

        assertThat(completed.body().path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(completed.body().path("providerFields").valueStream().map(JsonNode::asString))
                .containsExactly("jobType");
        assertThat(completed.body().path("vin").asString()).isEqualTo(Fleet.VIN);
        assertThat(tom.get("/jobs/" + job).etag()).isEqualTo(completed.etag());
        JsonNode published = JSON.readTree(KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.succeeded.v1")
                .data());
        assertThat(published.path("vehicle").path("telematicsUnitId").asString())
                .isEqualTo(Fleet.UNIT);
        await().until(() -> KAFKA.records("smartcontrol.jobs.v1").stream()
                .anyMatch(entry -> entry.key().endsWith(job)
                        && entry.data() != null
                        && entry.data().contains("SUCCEEDED")));
    }

    @Test
    void whatIsDoneFromTheSinceReleasedJobStays() {
        String job = fleet.accepted().job("\"jobType\":\"INSTALLATION\"");
        tom.accept(job, 0);
        tom.start(job, 0, Fleet.VIN);
        tom.configure(job, 0, Fleet.UNIT);

        JsonNode released = tom.release(job, 0).body();

        assertThat(released.path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(released.has("technicianId")).isFalse();
        assertThat(released.path("vin").asString()).isEqualTo(Fleet.VIN);
        assertThat(released.path("progress").propertyNames()).containsExactly("configuration");
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAndHasNoSecondEffect() {
        String job = fleet.accepted().installation();
        String key = Phone.key();

        Phone.Reply first = tom.send(job, "accept", key, "\"0\"", "{}");
        tom.start(job, 0, Fleet.VIN);
        Phone.Reply second = tom.send(job, "accept", key, "\"7\"", "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(events(job)).isEqualTo(3);
    }

    @Test
    void aRefusalIsRememberedAsWell() {
        String job = fleet.accepted().installation();
        String key = Phone.key();
        Phone.Reply first = tom.send(job, "start", key, "\"0\"", "{}");
        tom.accept(job, 0);
        Phone.Reply second = tom.send(job, "start", key, "\"0\"", "{}");

        assertThat(first.status()).isEqualTo(409);
        assertThat(first.problem()).isEqualTo("job-not-accepted");
        assertThat(first.body().path("job").path("jobId").asString()).isEqualTo(job);
        assertThat(first.headers().get("content-type")).containsExactly("application/problem+json");
        assertThat(second.replayed()).isTrue();
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(events(job)).isEqualTo(2);
    }

    @Test
    void aKeyIsForOneCommand() {
        String job = fleet.accepted().installation();
        String key = Phone.key();
        tom.send(job, "accept", key, "\"0\"", "{}");

        assertThat(tom.send(job, "release", key, "\"0\"", "{}").problem()).isEqualTo("idempotency-key-reused");
        assertThat(tom.send(job, "accept", key, "\"0\"", "{\"doneAt\":\"2020-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void twoAtOnceWithOneKeyHaveOneEffectAndOneAnswer() throws Exception {
        String job = fleet.accepted().installation();
        String key = Phone.key();

        List<Phone.Reply> replies = atOnce(6, number -> () -> tom.send(job, "accept", key, "\"0\"", "{}"));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(replies.stream().filter(reply -> !reply.replayed())).hasSize(1);
        assertThat(replies.stream().map(Phone.Reply::text).distinct()).hasSize(1);
        assertThat(events(job)).isEqualTo(2);
    }

    @Test
    void whoDecidesOnSomethingOldIsToldWhatOthersDid() {
        String job = fleet.accepted().installation();
        assertThat(tom.accept(job, 0).status()).isEqualTo(200);
        fleet.technician(TOM, false);
        fleet.await("select count(*) > 2 from domain_event where aggregate_id = ?", job);
        fleet.technician(TOM, true);

        Phone.Reply conflict = tom.accept(job, 0);

        assertThat(conflict.status()).isEqualTo(412);
        assertThat(conflict.problem()).isEqualTo("job-changed");
        assertThat(conflict.body().path("changes").get(0).path("type").asString())
                .isEqualTo("RELEASED");
        assertThat(conflict.body().path("changes").get(0).path("by").asString()).isEqualTo("SYSTEM");
        assertThat(conflict.body().path("changes").get(0).path("reason").asString())
                .isEqualTo("TECHNICIAN_DISABLED");
        long now = conflict.body().path("job").path("version").asLong();
        assertThat(tom.accept(job, now).status()).isEqualTo(200);
    }

    @Test
    void anAcceptedJobIsFreeAgainWhenItsConnectionEnds() {
        String job = fleet.accepted().installation();
        tom.accept(job, 0);

        fleet.connection("deleted", fleet.connection, false);

        var released = KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.released.v1");
        assertThat(released.data()).contains("CONNECTION_ENDED");
        assertThat(tom.release(job, 0).problem()).isEqualTo("job-not-found");
    }

    @Test
    void whatTheProviderHasFilledInCanBeChangedUnderAnOverrideOnly() {
        String other = "WVWZZZ1JZXW000002";
        String job = fleet.accepted().installation();
        tom.accept(job, 0);
        Phone.Reply refused = tom.start(job, 0, other);
        assertThat(refused.problem()).isEqualTo("provider-value-read-only");
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo("vin");

        Fleet generous = new Fleet(KAFKA, jdbc);
        generous.connection("accepted", generous.connection, true);
        String second = generous.installation();
        tom.accept(second, 0);
        Phone.Reply started = tom.start(second, 0, other);
        assertThat(started.body().path("vin").asString()).isEqualTo(other);
        assertThat(started.body().path("providerFields").toString()).contains("vin");
    }

    @Test
    void whatIsMissingOrMalformedIsNamed() {
        String job = fleet.accepted().installation();
        assertThat(tom.send(job, "accept", null, "\"0\"", "{}").problem()).isEqualTo("idempotency-key-missing");
        assertThat(tom.send(job, "accept", "no spaces", "\"0\"", "{}").problem())
                .isEqualTo("idempotency-key-missing");
        Phone.Reply unversioned = tom.send(job, "accept", Phone.key(), null, "{}");
        assertThat(unversioned.status()).isEqualTo(428);
        assertThat(unversioned.problem()).isEqualTo("version-missing");
        assertThat(tom.send(job, "accept", Phone.key(), "seven", "{}").problem())
                .isEqualTo("invalid-request");
        tom.accept(job, 0);
        Phone.Reply invalid = tom.send(job, "start", Phone.key(), "\"0\"", "{\"vin\":\"SHORT\",\"jobType\":\"X\"}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body().path("fields").findValuesAsString("field"))
                .containsExactlyInAnyOrder("vin", "jobType");
        Phone.Reply early = tom.send(job, "start", Phone.key(), "\"0\"", "{\"doneAt\":\"2020-01-01T00:00:00Z\"}");
        assertThat(early.problem()).isEqualTo("invalid-request");
        Phone.Reply late = tom.send(
                job,
                "start",
                Phone.key(),
                "\"0\"",
                "{\"doneAt\":\"" + Instant.now().plus(1, ChronoUnit.HOURS) + "\"}");
        assertThat(late.body().path("fields").get(0).path("field").asString()).isEqualTo("doneAt");
        assertThat(tom.fail(job, 0, " ").problem()).isEqualTo("invalid-request");
        assertThat(tom.fail(job, 0, "No vehicle")
                        .body()
                        .path("progress")
                        .path("comment")
                        .asString())
                .isEqualTo("No vehicle");
    }

    @Test
    void aRepetitionShowsNothingThatHasBeenHiddenSince() {
        String job = fleet.accepted().installation();
        String accepted = Phone.key();
        String refused = Phone.key();
        tom.send(job, "accept", accepted, "\"0\"", "{}");
        assertThat(tom.send(job, "complete", refused, "\"0\"", "{}").status()).isEqualTo(409);
        fleet.connection("deleted", fleet.connection, false);

        assertThat(tom.send(job, "accept", accepted, "\"0\"", "{}").problem()).isEqualTo("job-not-found");
        assertThat(tom.send(job, "complete", refused, "\"0\"", "{}").problem()).isEqualTo("job-not-found");
        Phone.Reply batch = tom.batch("""
                {"commands":[{"idempotencyKey":"%1$s","jobId":"%3$s","command":"accept","seenVersion":0},
                 {"idempotencyKey":"%2$s","jobId":"%3$s","command":"complete","seenVersion":0}]}
                """.formatted(accepted, refused, job));
        assertThat(outcomes(batch)).containsExactly("ALREADY_APPLIED", "REFUSED");
        assertThat(results(batch).getFirst().has("job")).isFalse();
        assertThat(slug(results(batch).getLast())).isEqualTo("job-not-found");
    }

    @Test
    void textThatCannotBeReadIsRefusedAndTheJobGoesOn() {
        String job = UUID.randomUUID().toString();
        fleet.accepted();
        for (String instructions : List.of("Behind\\u0000the house", "Behind\\r\\n\\tthe house")) {
            KAFKA.publish(
                    "fleetcontrol.jobs.v1",
                    job,
                    "/fleetcontrol",
                    "fleetcontrol.job.created.v1",
                    "{\"jobId\":\"%s\",\"fleetId\":\"%s\",\"partnerId\":\"%s\",\"instructions\":\"%s\"}"
                            .formatted(job, fleet.id, Fleet.PARTNER, instructions));
        }
        var letter = KAFKA.await("job-service.fleetcontrol.jobs.v1.dlt", 1, event -> job.equals(event.key()));
        assertThat(letter.getFirst().headers().get("dlt-detail")).contains("instructions", "control characters");
        fleet.await("select count(*) > 0 from job_view where job_id = ?", job);
        assertThat(tom.accept(job, 0).status()).isEqualTo(200);

        for (String unreadable : List.of("\\u0000", "\\u001b[2J", "\\u0085", "\\ud83d")) {
            assertThat(refusedField(tom.send(
                            job,
                            "start",
                            Phone.key(),
                            "\"1\"",
                            "{\"vin\":\"%s\",\"licensePlate\":\"M%s\"}".formatted(Fleet.VIN, unreadable))))
                    .isEqualTo("licensePlate");
            assertThat(refusedField(tom.fail(job, 1, "No" + unreadable))).isEqualTo("comment");
        }
        assertThat(tom.start(job, 1, Fleet.VIN).status()).isEqualTo(200);
        assertThat(refusedField(tom.send(
                        job,
                        "configure",
                        Phone.key(),
                        "\"1\"",
                        "{\"outcome\":\"FAILED\",\"message\":\"\\u0000\",\"telematicsUnitId\":\"%s\"}"
                                .formatted(Fleet.UNIT))))
                .isEqualTo("message");
        assertThat(tom.fail(job, 1, "Two\\n\\tlines").status()).isEqualTo(200);
    }

    @Test
    void anIdThatCannotBeOneIsRefused() {
        assertThat(tom.send("%00", "accept", Phone.key(), "\"0\"", "{}").status())
                .isIn(400, 404);
        assertThat(tom.get("/jobs/%00").status()).isIn(400, 404);
        Phone.Reply batch = tom.batch("""
                {"commands":[{"idempotencyKey":"k","jobId":"\\u0000","command":"accept","seenVersion":0}]}
                """);
        assertThat(slug(results(batch).getFirst())).isEqualTo("invalid-request");
        assertThat(batch.body().path("hiddenJobs")).isEmpty();
    }

    private static String refusedField(Phone.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        return reply.body().path("fields").path(0).path("field").asString();
    }

    @Test
    void theVersionThatWasSeenIsAnEtagOrANumberInQuotes() {
        String job = fleet.accepted().installation();
        String etag = tom.get("/jobs/" + job).etag();
        assertThat(etag).startsWith("\"0-");
        assertThat(tom.send(job, "accept", Phone.key(), etag, "{}").status()).isEqualTo(200);
        assertThat(tom.send(
                                job,
                                "start",
                                Phone.key(),
                                "W/" + tom.get("/jobs/" + job).etag(),
                                "{}")
                        .status())
                .isEqualTo(200);

        String listed = tom.get("/jobs").etag();
        for (String unclear : List.of("*", "\"1\", \"2\"", "1", "W/1", listed)) {
            assertThat(refusedField(tom.send(job, "release", Phone.key(), unclear, "{}")))
                    .isEqualTo("If-Match");
        }
        assertThat(refusedField(tom.release(job, 3))).isEqualTo("version");
        Phone.Reply batch = tom.batch("""
                {"commands":[{"idempotencyKey":"%s","jobId":"%s","command":"release","seenVersion":9223372036854775807}]}
                """.formatted(Phone.key(), job));
        assertThat(slug(results(batch).getFirst())).isEqualTo("invalid-request");
        assertThat(tom.release(job, 2).status()).isEqualTo(200);
    }

    @Test
    void twoUsersMayChooseTheSameKey() {
        String first = fleet.accepted().installation();
        String second = fleet.installation();
        String colleague = UUID.randomUUID().toString();
        fleet.technician(colleague, true);
        String key = Phone.key();
        tom.send(first, "accept", key, "\"0\"", "{}");

        Answered answered = desk.handle(
                new Caller(colleague, Fleet.PARTNER, Set.of("technician")),
                key,
                0,
                new WorkOrder(second, Step.ACCEPT, null, JobDetails.NOTHING, null, null, null, null));

        assertThat(answered.replayed()).isFalse();
        assertThat(answered.answer().body()).contains(colleague, second);
    }

    /** He was still one when he sent the command; the news has its place in the log before it. */
    @Test
    void whoIsDisabledWhileTheCommandWaitsForItsPlaceIsToldSo() throws Exception {
        String job = fleet.accepted().installation();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Phone.Reply> waiting = transaction.execute(status -> {
                commands.sendAndWait(new TechnicianCommand.NoteMayNotSeeJobs(
                        TOM, Fleet.PARTNER, fleet.newVersion(TOM), Instant.now()));
                Future<Phone.Reply> sent = threads.submit(() -> tom.accept(job, 0));
                await().until(this::somebodyWaitsToAppend);
                return sent;
            });
            assertThat(waiting.get().status()).isEqualTo(403);
            assertThat(waiting.get().problem()).isEqualTo("technician-not-active");
        } finally {
            fleet.technician(TOM, true);
        }
        assertThat(events(job)).isEqualTo(1);
    }

    private boolean somebodyWaitsToAppend() {
        return jdbc.sql("""
                        select exists (select 1 from pg_locks l join pg_database d on d.oid = l.database
                        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted)
                        """).query(Boolean.class).single();
    }

    @Test
    void aBatchDoesWhatCanBeDoneAndSaysWhatCannot() {
        String job = fleet.accepted().installation();
        Fleet other = new Fleet(KAFKA, jdbc).accepted();
        String hidden = other.installation();
        other.connection("deleted", other.connection, false);
        String batch = """
                {"commands":[
                 {"idempotencyKey":"%1$s-1","jobId":"%2$s","command":"accept","seenVersion":0,"doneAt":"%4$s"},
                 {"idempotencyKey":"%1$s-2","jobId":"%3$s","command":"accept","seenVersion":0},
                 {"idempotencyKey":"%1$s-3","jobId":"%2$s","command":"start","seenVersion":"x"},
                 {"idempotencyKey":"%1$s-4","jobId":"%2$s","command":"complete","seenVersion":0},
                 {"idempotencyKey":"%1$s-5","jobId":"%2$s","command":"start","seenVersion":0},
                 {"idempotencyKey":"%1$s-6","jobId":"%2$s","command":"configure","seenVersion":0,"outcome":"SUCCEEDED","telematicsUnitId":"%5$s"},
                 {"idempotencyKey":"%1$s-7","jobId":"%2$s","command":"test","seenVersion":0,"checks":{"online":"PASSED","gps":"PASSED","ignition":"PASSED","centralLock":"PASSED","immobilizer":"PASSED"}},
                 {"idempotencyKey":"%1$s-8","jobId":"%2$s","command":"complete","seenVersion":0}]}
                """.formatted(
                        UUID.randomUUID().toString().substring(0, 8),
                        job,
                        hidden,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        Fleet.UNIT);

        Phone.Reply first = tom.batch(batch);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        List<JsonNode> results = first.body().path("results").valueStream().toList();
        assertThat(results.stream().map(result -> result.path("outcome").asString()))
                .containsExactly(
                        "APPLIED", "REFUSED", "REFUSED", "REFUSED", "APPLIED", "APPLIED", "APPLIED", "APPLIED");
        assertThat(slug(results.get(1))).isEqualTo("job-not-found");
        assertThat(slug(results.get(2))).isEqualTo("invalid-request");
        assertThat(slug(results.get(3))).isEqualTo("job-not-running");
        assertThat(results.getLast().path("job").path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(first.body().path("hiddenJobs").valueStream().map(JsonNode::asString))
                .containsExactly(hidden);

        Phone.Reply second = tom.batch(batch);
        assertThat(second.body()
                        .path("results")
                        .valueStream()
                        .map(result -> result.path("outcome").asString()))
                .containsExactly(
                        "ALREADY_APPLIED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "ALREADY_APPLIED",
                        "ALREADY_APPLIED",
                        "ALREADY_APPLIED",
                        "ALREADY_APPLIED");
        assertThat(events(job)).isEqualTo(6);
        assertThat(tom.batch("{\"commands\":[]}").problem()).isEqualTo("invalid-request");
    }

    @Test
    void whatIsNoCommandIsRefusedAlone() {
        String job = fleet.accepted().installation();
        Phone.Reply batch = tom.batch("""
                {"commands":[null, "x", 5, [], {},
                 {"idempotencyKey":"%s","jobId":"%s","command":"accept","seenVersion":0}]}
                """.formatted(Phone.key(), job));

        assertThat(batch.status()).as(batch.text()).isEqualTo(200);
        assertThat(outcomes(batch)).containsExactly("REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "APPLIED");
        assertThat(results(batch).subList(0, 5)).allMatch(result -> slug(result).equals("invalid-request"));
    }

    /** One job whose stored events cannot be read for a while. */
    @Test
    void anUnforeseenFailureHoldsBackItsOwnJobOnly() {
        String broken = fleet.accepted().installation();
        String sound = fleet.installation();
        String batch = """
                {"commands":[
                 {"idempotencyKey":"%1$s-1","jobId":"%2$s","command":"accept","seenVersion":0},
                 {"idempotencyKey":"%1$s-2","jobId":"%3$s","command":"accept","seenVersion":0},
                 {"idempotencyKey":"%1$s-3","jobId":"%2$s","command":"start","seenVersion":0},
                 {"idempotencyKey":"%1$s-4","jobId":"%3$s","command":"start","seenVersion":0}]}
                """.formatted(UUID.randomUUID(), broken, sound);
        String payload = jdbc.sql("select payload::text from domain_event where aggregate_id = ?")
                .param(broken)
                .query(String.class)
                .single();

        payload(broken, "\"unreadable\"");
        Phone.Reply first;
        try {
            first = tom.batch(batch);
        } finally {
            payload(broken, payload);
        }
        Phone.Reply second = tom.batch(batch);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(outcomes(first)).containsExactly("FAILED", "APPLIED", "FAILED", "APPLIED");
        assertThat(results(first).stream().map(TechnicianWorkTest::slug))
                .containsExactly("internal-error", "", "earlier-command-failed", "");
        assertThat(outcomes(second)).containsExactly("APPLIED", "ALREADY_APPLIED", "APPLIED", "ALREADY_APPLIED");
    }

    private void payload(String job, String json) {
        jdbc.sql("update domain_event set payload = ?::json where aggregate_id = ?")
                .params(json, job)
                .update();
    }

    @Test
    void whatWasDoneWithoutReceptionKeepsItsTime() {
        String job = fleet.accepted().installation();
        Instant assigned =
                Instant.parse(tom.get("/jobs/" + job).body().path("assignedAt").asString());
        Instant done = assigned.plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().isAfter(done.plusMillis(1)));

        Phone.Reply batch = tom.batch("""
                {"commands":[{"idempotencyKey":"%s","jobId":"%s","command":"accept","seenVersion":0,"doneAt":"%s"}]}
                """.formatted(Phone.key(), job, done));

        assertThat(outcomes(batch)).containsExactly("APPLIED");
        JsonNode progress = results(batch).getFirst().path("job").path("progress");
        assertThat(Instant.parse(progress.path("acceptedAt").asString())).isEqualTo(done);
        TimelineEntry accepted = history.job(job).orElseThrow().timeline().getLast();
        assertThat(accepted.type()).isEqualTo(TimelineEntry.Type.ACCEPTED);
        assertThat(accepted.at()).isEqualTo(done);
        assertThat(accepted.receivedAt()).isAfter(done);
        JsonNode published = JSON.readTree(KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.accepted.v1")
                .data());
        assertThat(Instant.parse(published.path("doneAt").asString())).isEqualTo(done);
        assertThat(Instant.parse(published.path("acceptedAt").asString())).isAfter(done);
    }

    private static List<JsonNode> results(Phone.Reply batch) {
        return batch.body().path("results").valueStream().toList();
    }

    private static List<String> outcomes(Phone.Reply batch) {
        return results(batch).stream()
                .map(result -> result.path("outcome").asString())
                .toList();
    }

    @Test
    void thePhoneKnowsWhoseItIs() {
        JsonNode me = tom.get("/me").body();
        assertThat(me.path("userId").asString()).isEqualTo(TOM);
        assertThat(me.path("partnerId").asString()).isEqualTo(Fleet.PARTNER);
    }

    private static String slug(JsonNode result) {
        return result.path("problem").path("type").asString().replace("urn:service-partner:problem:", "");
    }

    private long events(String job) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(job)
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(int count, IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return task.apply(number).call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
