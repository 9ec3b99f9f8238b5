package org.servicepartner.platform;

import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.sample.SampleApplication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InboundToOutboundTest {
    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Database database = Infrastructure.shared().postgres().createDatabase("sample");
        registry.add("DATABASE_URL", database::jdbcUrl);
        registry.add("DATABASE_USERNAME", database::username);
        registry.add("DATABASE_PASSWORD", database::password);
        registry.add(
                "KAFKA_BOOTSTRAP_SERVERS", () -> Infrastructure.shared().kafka().bootstrapServers());
        registry.add("OIDC_ISSUER_URI", () -> "http://127.0.0.1:1/realms/none");
    }

    @Test
    void aMessageHasItsEffect() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infrastructure.shared().kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < 3; i++) {
                ProducerRecord<byte[], byte[]> row = new ProducerRecord<>(
                        SampleApplication.IN,
                        "c1".getBytes(UTF_8),
                        "{\"counterId\":\"c1\",\"amount\":2}".getBytes(UTF_8));
                row.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
                row.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
                row.headers().add("ce_source", "/test".getBytes(UTF_8));
                row.headers().add("ce_type", "test.added.v1".getBytes(UTF_8));
                producer.send(row).get();
            }
        }
        await().untilAsserted(() -> assertThat(jdbc.sql("select total from counter_sum where counter_id = 'c1'")
                        .query(Long.class)
                        .optional())
                .contains(6L));
    }
}
