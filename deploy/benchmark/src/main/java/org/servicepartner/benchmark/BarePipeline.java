package org.servicepartner.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The yardstick: takes a poll from a topic, stores it with two multi-row inserts, sends it on, commits. Nothing is checked,
 * decided or translated. A program of its own, as job-service is.
 */
final class BarePipeline {
    static final String INPUT = "bare.jobs.in";
    static final String OUTPUT = "bare.jobs.out";

    private static final int THREADS = 2;
    private static final int LARGEST_POLL = 1_000;

    private static final String TABLES = """
            create table bare_event (global_index bigint generated always as identity primary key, aggregate_id varchar(200) not null,
                sequence_number bigint not null, type varchar(200) not null, payload bytea not null, unique (aggregate_id, sequence_number));
            create table bare_feed (job_id varchar(200) primary key, partner_id varchar(64) not null, payload bytea not null)
            """;

    private final String brokers;
    private final String databaseUrl;
    private final String username;
    private final String password;

    private BarePipeline(Map<String, String> environment) {
        this.brokers = environment.get("KAFKA_BOOTSTRAP_SERVERS");
        this.databaseUrl = environment.get("DATABASE_URL") + "?reWriteBatchedInserts=true";
        this.username = environment.get("DATABASE_USERNAME");
        this.password = environment.get("DATABASE_PASSWORD");
    }

    public static void main(String[] arguments) throws SQLException {
        BarePipeline pipeline = new BarePipeline(System.getenv());
        try (Connection connection = pipeline.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().name("bare-pipeline-" + i).start(pipeline::run);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl, username, password);
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer();
                Connection connection = connect()) {
            connection.setAutoCommit(false);
            consumer.subscribe(List.of(INPUT));
            try (PreparedStatement event = connection.prepareStatement(
                            "insert into bare_event (aggregate_id, sequence_number, type, payload) values (?, 0, 'created', ?)");
                    PreparedStatement feed = connection.prepareStatement("insert into bare_feed values (?, ?, ?)")) {
                while (true) {
                    ConsumerRecords<byte[], byte[]> poll = consumer.poll(Duration.ofMillis(200));
                    if (!poll.isEmpty()) {
                        store(poll, event, feed);
                        connection.commit();
                        for (ConsumerRecord<byte[], byte[]> row : poll) {
                            producer.send(new ProducerRecord<>(OUTPUT, null, row.key(), row.value(), row.headers()));
                        }
                        producer.flush();
                        consumer.commitSync();
                    }
                }
            }
        } catch (SQLException e) {
            throw new BenchmarkException("The bare pipeline failed.", e);
        }
    }

    private static void store(ConsumerRecords<byte[], byte[]> poll, PreparedStatement event, PreparedStatement feed)
            throws SQLException {
        for (ConsumerRecord<byte[], byte[]> row : poll) {
            String id = new String(row.key());
            event.setString(1, id);
            event.setBytes(2, row.value());
            event.addBatch();
            feed.setString(1, id);
            feed.setString(2, "partner");
            feed.setBytes(3, row.value());
            feed.addBatch();
        }
        event.executeBatch();
        feed.executeBatch();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "bare-pipeline",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        LARGEST_POLL),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
