package org.servicepartner.platform.messaging;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param service name of this service; the end of its CloudEvent source and the start of its dead-letter topics
 * @param maxMessageBytes largest inbound message; a larger one becomes a dead letter
 * @param rememberInbound how long a message that comes again is known to have had its effect
 * @param partitions of the topics this service owns
 * @param replicas of the topics this service owns
 */
@Validated
@ConfigurationProperties("servicepartner.messaging")
public record MessagingSettings(
        @NotBlank String service,
        @DefaultValue("65536") int maxMessageBytes,
        @DefaultValue("14d") Duration rememberInbound,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas) {

    /** CloudEvent source of what this service publishes. */
    public String source() {
        return "/service-partner/" + service;
    }

    /** Where this service puts the messages of the topic that it could not handle. */
    public String deadLetterTopic(String topic) {
        return service + "." + topic + ".dlt";
    }
}
