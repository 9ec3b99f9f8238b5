package org.servicepartner.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.servicepartner.local.Database;
import org.servicepartner.local.Hosting;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;

/** The real servers, the two programs under measurement, and a producer. PostgreSQL waits for the disk as in production. */
final class Testbed implements AutoCloseable {
    static final String FEED = "smartcontrol.jobs.v1";

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONGEST_PART = Duration.ofMinutes(30);

    private final Infrastructure servers;
    private final URI jobServiceUrl;
    private final List<AutoCloseable> started = new ArrayList<>();
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final MeasuredProcess bare;
    private final MeasuredProcess jobService;
    private final Database database;
    private final OutputTopic bareOutput;
    private final OutputTopic feed;

    /**
     * Returns when both programs run and the technicians Tom and Ben may see jobs.
     *
     * @param logs directory for the logs
     */
    Testbed(Path jobServiceJar, Path logs, List<String> jobServiceOptions) {
        requireBuilt(jobServiceJar);
        servers = Infrastructure.with(new InfrastructureSettings(
                Hosting.fromSystemProperty(),
                null,
                logs,
                true,
                0,
                0,
                0,
                0,
                0,
                "http://127.0.0.1:8080",
                UUID.randomUUID().toString()));
        started.add(servers);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-testbed"));
        try {
            CompletableFuture<?> keycloak = CompletableFuture.runAsync(servers::keycloak);
            servers.postgres();
            admin = opened(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers())));
            createTopics(BarePipeline.INPUT, BarePipeline.OUTPUT);
            producer = opened(newProducer(5));
            bare = opened(MeasuredProcess.start(
                    "The bare pipeline",
                    logs.resolve("bare-pipeline.log"),
                    environment(servers.postgres().createDatabase("bare")),
                    List.of("-Dlogback.configurationFile=servicepartner-local-logback.xml"),
                    List.of("-cp", System.getProperty("java.class.path"), BarePipeline.class.getName())));
            keycloak.join();
            int port = freePort();
            jobServiceUrl = URI.create("http://127.0.0.1:" + port);
            database = servers.postgres().createDatabase("job");
            Map<String, String> environment = environment(database);
            environment.put("SERVER_PORT", Integer.toString(port));
            environment.put("OIDC_ISSUER_URI", servers.keycloak().issuer().toString());
            jobService = opened(MeasuredProcess.start(
                    "job-service",
                    logs.resolve("job-service.log"),
                    environment,
                    jobServiceOptions,
                    List.of("-jar", jobServiceJar.toString())));
            Waiting.until("ready: job-service, see " + logs, PATIENCE, this::jobServiceIsReady);
            bareOutput = new OutputTopic(BarePipeline.OUTPUT, admin);
            feed = new OutputTopic(FEED, admin);
            activate(List.of(Technician.TOM, Technician.BEN));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void requireBuilt(Path jar) {
        if (!Files.exists(jar)) {
            throw new BenchmarkException(jar + " is missing. Run ./mvnw -q -DskipTests -pl job-service -am package.");
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T resource) {
        started.addLast(resource);
        return resource;
    }

    private String brokers() {
        return servers.kafka().bootstrapServers();
    }

    private Map<String, String> environment(Database own) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", brokers());
        environment.put("DATABASE_URL", own.jdbcUrl());
        environment.put("DATABASE_USERNAME", own.username());
        environment.put("DATABASE_PASSWORD", own.password());
        environment.put("PERSONAL_DATA_KEY", "YmVuY2htYXJrLCBub2JvZHkncyBkYXRhIGF0IGFsbC4=");
        return environment;
    }

    private void createTopics(String... names) {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : names) {
            topics.add(new NewTopic(name, OutputTopic.PARTITIONS, (short) 1));
        }
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new BenchmarkException("Kafka refused to create topics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean jobServiceIsReady() {
        jobService.requireAlive();
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    jobServiceUrl.resolve("/actuator/health/readiness").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Tells job-service of the technicians, and returns when they may see jobs. */
    private void activate(List<Technician> technicians) {
        send(technicians.stream().map(Messages::activated).toList());
        SmartControl last = smartControl(technicians.getLast());
        Waiting.until("active: " + technicians.getLast(), PATIENCE, last::mayList);
    }

    /** Technicians with an account at Keycloak, each of a partner of his own. A live stream of theirs lasts for all rounds. */
    List<Technician> technicians(int count) {
        List<Technician> technicians =
                Stream.generate(Technician::invented).limit(count).toList();
        KeycloakAdmin keycloak = new KeycloakAdmin(servers.keycloak());
        keycloak.letTokensLive(LONGEST_PART);
        keycloak.createAccounts(technicians);
        activate(technicians);
        return technicians;
    }

    /** The database of job-service; its statements are planned once, as those of job-service are. */
    Connection database() {
        String url = database.jdbcUrl() + "?options=-c%20plan_cache_mode=force_generic_plan";
        try {
            return DriverManager.getConnection(url, database.username(), database.password());
        } catch (SQLException e) {
            throw new BenchmarkException("PostgreSQL does not answer.", e);
        }
    }

    /** A partner that gets a job, and the fleet that it is of. */
    record Recipient(String fleetId, UUID partnerId) {}

    /**
     * Publishes jobs at a steady rate.
     *
     * @param publishedAt gets the nano time of each by job id
     * @param recipients by number of the job
     */
    void publishSteadily(int jobs, Map<String, Long> publishedAt, IntFunction<Recipient> recipients) {
        try (KafkaProducer<String, byte[]> steady = newProducer(0)) {
            long start = System.nanoTime();
            for (int i = 0; i < jobs; i++) {
                Waiting.untilNanoTime(start + i * 1_000_000_000L / Scale.JOBS_PER_SECOND);
                String jobId = UUID.randomUUID().toString();
                Recipient recipient = recipients.apply(i);
                publishedAt.put(jobId, System.nanoTime());
                steady.send(Messages.job(Messages.JOBS, jobId, recipient.fleetId(), recipient.partnerId(), i));
            }
        }
    }

    MeasuredProcess bare() {
        return bare;
    }

    MeasuredProcess jobService() {
        return jobService;
    }

    OutputTopic bareOutput() {
        return bareOutput;
    }

    /** The Kafka feed of job-service. */
    OutputTopic feed() {
        return feed;
    }

    /** SmartControl of a technician who has just logged in. */
    SmartControl smartControl(Technician technician) {
        SmartControl app = new SmartControl(jobServiceUrl, technician, servers.keycloak());
        app.logIn();
        return app;
    }

    /** Sends the messages and returns when the broker has all of them. */
    void send(List<ProducerRecord<String, byte[]>> messages) {
        List<Future<?>> sent = new ArrayList<>(messages.size());
        messages.forEach(message -> sent.add(producer.send(message)));
        producer.flush();
        for (Future<?> one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new BenchmarkException("Kafka did not take a message.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkException("Interrupted.", e);
            }
        }
    }

    KafkaProducer<String, byte[]> newProducer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A consumer that stands at the end of the Kafka feed. */
    KafkaConsumer<String, byte[]> feedConsumer() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(OutputTopic.partitions(FEED));
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.removeLast().close();
            } catch (Exception e) {
                System.err.println("Something did not stop cleanly: " + e.getMessage());
            }
        }
    }
}
