package org.servicepartner.local.fleetcontrol;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servicepartner.local.Infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FleetControlTest {

    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";

    private static String broker = "";

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private long connectionsBefore;
    private long jobsBefore;

    @BeforeAll
    static void topics() throws Exception {
        broker = Infrastructure.shared().kafka().bootstrapServers();
        List<NewTopic> topics = new ArrayList<>();
        for (String name :
                List.of(Message.CONNECTIONS, Message.JOBS, "servicepartner.jobs.v1", "smartcontrol.jobs.v1")) {
            topics.add(new NewTopic(name, 1, (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(topics).all().get(20, TimeUnit.SECONDS);
        }
    }

    @BeforeEach
    void rememberEnds() {
        connectionsBefore = end(Message.CONNECTIONS);
        jobsBefore = end(Message.JOBS);
    }

    @Test
    void a_connection_request_is_a_cloud_event_keyed_by_the_fleet() {
        UUID id = UUID.randomUUID();

        int exit = run(
                "request-connection",
                "--id",
                id.toString(),
                "--fleet",
                "city-cars",
                "--fleet-name",
                "City cars",
                "--provider",
                "Peak Mobility",
                "--email",
                "alice@alpine-fitters.example",
                "--override-allowed");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains(id.toString());
        ConsumerRecord<String, String> message =
                published(Message.CONNECTIONS, connectionsBefore).getFirst();
        assertThat(message.key()).isEqualTo("city-cars");
        assertThat(message.value())
                .isEqualTo("{\"connectionId\":\"" + id
                        + "\",\"fleetId\":\"city-cars\",\"fleetName\":\"City cars\",\"providerName\":\"Peak Mobility\","
                        + "\"partnerEmail\":\"alice@alpine-fitters.example\",\"overrideAllowed\":true}");
        assertThat(headers(message))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/fleetcontrol")
                .containsEntry("ce_type", "fleetcontrol.connection.requested.v1")
                .containsEntry("ce_subject", "city-cars")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void a_request_says_whom_to_ask_and_in_which_language() {
        assertThat(run(
                        "request-connection",
                        "--fleet",
                        "city-cars",
                        "--fleet-name",
                        "City cars",
                        "--provider",
                        "Peak Mobility",
                        "--contact-email",
                        "fleet@peak-mobility.example",
                        "--email",
                        "alice@alpine-fitters.example",
                        "--language",
                        "de"))
                .isZero();

        assertThat(published(Message.CONNECTIONS, connectionsBefore).getFirst().value())
                .contains("\"providerContactEmail\":\"fleet@peak-mobility.example\"", "\"language\":\"de\"");
    }

    @Test
    void a_request_is_withdrawn_by_its_id() {
        String id = UUID.randomUUID().toString();

        assertThat(run("withdraw-connection", "--id", id, "--fleet", "city-cars"))
                .isZero();

        ConsumerRecord<String, String> message =
                published(Message.CONNECTIONS, connectionsBefore).getFirst();
        assertThat(headers(message)).containsEntry("ce_type", "fleetcontrol.connection.withdrawn.v1");
        assertThat(message.value()).contains(id, "city-cars");
    }

    @Test
    void many_jobs_alike_have_ids_of_their_own() {
        assertThat(run(
                        "create-job",
                        "--fleet",
                        "city-cars",
                        "--partner",
                        PARTNER,
                        "--vin",
                        "WVWZZZ1JZXW000001",
                        "-n",
                        "25"))
                .isZero();

        List<ConsumerRecord<String, String>> messages = published(Message.JOBS, jobsBefore);
        assertThat(messages).hasSize(25).allSatisfy(message -> {
            assertThat(headers(message)).containsEntry("ce_type", "fleetcontrol.job.created.v1");
            assertThat(message.value()).contains("\"vin\":\"WVWZZZ1JZXW000001\"", PARTNER, message.key());
        });
        assertThat(messages).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(out.toString()).contains(messages.getFirst().key()).contains("and 5 more jobs");
    }

    @Test
    void a_job_is_changed_assigned_and_deleted_by_its_id() {
        String id = UUID.randomUUID().toString();

        run("change-job", "--id", id, "--license-plate", "W-123", "--planned", "2030-12-31");
        run("assign-job", "--id", id, "--partner", PARTNER);
        run("delete-job", "--id", id);

        List<ConsumerRecord<String, String>> messages = published(Message.JOBS, jobsBefore);
        assertThat(messages)
                .extracting(message -> headers(message).get("ce_type"))
                .containsExactly(
                        "fleetcontrol.job.changed.v1", "fleetcontrol.job.assigned.v1", "fleetcontrol.job.deleted.v1");
        assertThat(messages.getFirst().value())
                .isEqualTo(
                        "{\"jobId\":\"" + id + "\",\"licensePlate\":\"W-123\",\"plannedServiceDate\":\"2030-12-31\"}");
    }

    @Test
    void a_thousand_rows_are_imported() throws IOException {
        StringBuilder csv = new StringBuilder("\uFEFFfleetId,vin,instructions\n");
        IntStream.rangeClosed(1, 1000)
                .forEach(row -> csv.append("city-cars,WVWZZZ1JZXW%06d,\"Row %d,\nsecond line\"\n".formatted(row, row)));
        Path file = Files.writeString(directory.resolve("jobs.csv"), csv);

        assertThat(run("import-jobs", file.toString(), "--partner", PARTNER)).isZero();

        assertThat(published(Message.JOBS, jobsBefore))
                .hasSize(1000)
                .last()
                .satisfies(last -> assertThat(last.value())
                        .contains("\"vin\":\"WVWZZZ1JZXW001000\"", "Row 1000,\\nsecond line", PARTNER));
        assertThat(out.toString()).contains("Published 1000 jobs.");
    }

    @Test
    void each_bad_cell_is_named_and_nothing_is_published() throws IOException {
        Path file = Files.writeString(directory.resolve("jobs.csv"), """
                jobId,fleetId,partnerId,jobType,vin,telematicsUnitId,plannedServiceDate
                ,city-cars,,INSTALLATION,WVWZZZ1JZXW000001,,2030-12-31
                ,city cars,,REPAIR,WVWZZZ1JZXW00000I,12,31.12.2030
                one,city-cars,nobody,,,,
                ,city-cars,,,,,+2030-12-31
                """);
        Path unreadable =
                Files.writeString(directory.resolve("names.csv"), "fleetId,customName\ncity-cars,C\u0007ar\n");

        for (String[] command : List.of(
                new String[] {"import-jobs", file.toString(), "--dry-run"},
                new String[] {"import-jobs", file.toString()})) {
            out.getBuffer().setLength(0);
            assertThat(run(command)).isOne();
            assertThat(out.toString().lines())
                    .containsExactly(
                            "row 3, column fleetId: 'city cars' is not accepted; expected: 1 to 64 letters, digits, dots, dashes or underscores (or --fleet)",
                            "row 3, column jobType: 'REPAIR' is not accepted; expected: INSTALLATION or MAINTENANCE",
                            "row 3, column vin: 'WVWZZZ1JZXW00000I' is not accepted; expected: 17 characters, digits and capital letters without I, O and Q",
                            "row 3, column telematicsUnitId: '12' is not accepted; expected: 16 hexadecimal digits",
                            "row 3, column plannedServiceDate: '31.12.2030' is not accepted; expected: a date such as 2030-12-31",
                            "row 4, column jobId: 'one' is not accepted; expected: a UUID such as a0000000-0000-4000-8000-000000000001",
                            "row 4, column partnerId: 'nobody' is not accepted; expected: a UUID such as a0000000-0000-4000-8000-000000000001",
                            "row 5, column plannedServiceDate: '+2030-12-31' is not accepted; expected: a date such as 2030-12-31",
                            "8 bad cells. Nothing was published; repair them and try again.");
        }
        assertThat(run("import-jobs", unreadable.toString(), "--dry-run")).isOne();
        assertThat(out.toString()).contains("row 2, column customName").contains("without control characters");
        assertThat(end(Message.JOBS)).isEqualTo(jobsBefore);
    }

    @Test
    void a_file_that_cannot_be_imported_is_refused_with_a_sentence() throws IOException {
        Path unknownColumn = Files.writeString(directory.resolve("a.csv"), "fleetId,colour\ncity-cars,red\n");
        Path tooLong = Files.writeString(directory.resolve("b.csv"), "fleetId\n" + "city-cars\n".repeat(1001));

        assertThat(run("import-jobs", unknownColumn.toString())).isOne();
        assertThat(run("import-jobs", tooLong.toString())).isOne();
        assertThat(run("import-jobs", directory.resolve("none.csv").toString())).isOne();

        assertThat(err.toString())
                .contains("columns nobody knows: colour. Known are: jobId, fleetId")
                .contains("has 1001 rows; at most 1000")
                .contains("cannot be read. Is its name right?");
    }

    @Test
    void watching_shows_a_line_per_message_and_what_vanishes() {
        CompletableFuture<Integer> watching =
                CompletableFuture.supplyAsync(() -> run("watch", "--count", "2", "--for", "60s"));
        await().atMost(Duration.ofSeconds(30)).until(() -> out.toString().contains("Watching"));

        send(
                "servicepartner.jobs.v1",
                "job-1",
                "{\"jobId\":\"job-1\",\"status\":\"PENDING\"}",
                "servicepartner.job.created.v1");
        await().atMost(Duration.ofSeconds(30)).until(() -> out.toString().contains("job-1"));
        send("smartcontrol.jobs.v1", "partner:job-1", null, "servicepartner.visible-job.v1");

        assertThat(watching).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(0);
        assertThat(out.toString())
                .contains("servicepartner.jobs.v1  servicepartner.job.created.v1  jobId=job-1 status=PENDING")
                .contains("smartcontrol.jobs.v1  partner:job-1 is no longer visible");
    }

    @Test
    void an_unreachable_broker_gives_a_sentence() {
        int exit = FleetControl.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "delete-job",
                "--id",
                PARTNER,
                "--broker",
                "127.0.0.1:1");

        assertThat(exit).isOne();
        assertThat(err.toString())
                .startsWith("No Kafka broker answers at 127.0.0.1:1. Start the platform with deploy/local/up");
    }

    @Test
    void a_wrong_command_line_says_what_is_missing() {
        assertThat(run("create-job")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--fleet=ID'");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--broker";
        all[arguments.length + 1] = broker;
        return FleetControl.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private static void send(String topic, String key, @Nullable String value, String type) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
            record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    private static long end(String topic) {
        try (var consumer = consumer()) {
            TopicPartition partition = new TopicPartition(topic, 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    private static List<ConsumerRecord<String, String>> published(String topic, long from) {
        try (var consumer = consumer()) {
            TopicPartition partition = new TopicPartition(topic, 0);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            List<ConsumerRecord<String, String>> messages = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(messages::add);
            }
            return messages;
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
