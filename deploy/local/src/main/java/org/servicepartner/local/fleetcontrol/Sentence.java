package org.servicepartner.local.fleetcontrol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message as one readable line: time, topic, what happened, and its data. */
final class Sentence {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final String DEAD_LETTER_REASON = "dlt-reason";

    private Sentence() {}

    static String of(ConsumerRecord<String, byte[]> message) {
        String prefix = TIME.format(Instant.ofEpochMilli(message.timestamp())) + "  " + message.topic() + "  ";
        if (message.headers().lastHeader(DEAD_LETTER_REASON) != null) {
            return prefix + type(message) + " of " + message.key() + " was not understood: "
                    + header(message, DEAD_LETTER_REASON) + ", " + header(message, "dlt-detail");
        }
        if (message.value() == null) {
            return prefix + message.key() + " is no longer visible";
        }
        return prefix + type(message) + "  " + data(message.value());
    }

    private static String type(ConsumerRecord<String, byte[]> message) {
        return header(message, "ce_type");
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "(no " + name + ")" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String data(byte[] value) {
        try {
            return JsonMapper.shared().readTree(value).properties().stream()
                    .map(field -> field.getKey() + "=" + plain(field.getValue()))
                    .collect(Collectors.joining(" "));
        } catch (JacksonException noJson) {
            return "(" + value.length + " bytes that are no JSON)";
        }
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
