package org.servicepartner.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics that a service creates when it starts, if they are not there yet. The settings of those that are there are not touched. */
public final class Topics {
    private static final String TOMBSTONES_KEPT =
            String.valueOf(Duration.ofDays(30).toMillis());
    private static final String TWO_MEBIBYTES = String.valueOf(2 * 1024 * 1024);

    private final MessagingSettings settings;
    private final List<NewTopic> topics = new ArrayList<>();

    public Topics(MessagingSettings settings) {
        this.settings = settings;
    }

    /** Events: every message is kept for the broker's retention time. */
    public Topics events(String name) {
        topics.add(builder(name).build());
        return this;
    }

    /**
     * State: the last message of each key is kept; no message means that there is nothing any more. Tombstones stay as long as a reader
     * may be away: who does not see one goes on believing what has ended.
     */
    public Topics state(String name) {
        topics.add(builder(name)
                .compact()
                .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, TOMBSTONES_KEPT)
                .build());
        return this;
    }

    /** A topic that is read here, with the dead-letter topic for what cannot be handled. */
    public Topics consumed(String name) {
        topics.add(builder(name).build());
        topics.add(builder(settings.deadLetterTopic(name))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TWO_MEBIBYTES)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build());
        return this;
    }

    private TopicBuilder builder(String name) {
        return TopicBuilder.name(name).partitions(settings.partitions()).replicas(settings.replicas());
    }

    public KafkaAdmin.NewTopics create() {
        return new KafkaAdmin.NewTopics(topics.toArray(NewTopic[]::new));
    }
}
