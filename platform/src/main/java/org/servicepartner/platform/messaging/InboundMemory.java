package org.servicepartner.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Which messages have had their effect, and with what content. */
class InboundMemory {
    private static final Logger LOG = LoggerFactory.getLogger(InboundMemory.class);

    private final JdbcClient jdbc;
    private final MessagingSettings settings;

    InboundMemory(JdbcClient jdbc, MessagingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Remembers messages in the current transaction.
     *
     * @param contents key of each message, and a hash of its content
     * @return the keys that were not known before
     */
    Set<UUID> remember(Map<UUID, UUID> contents) {
        return new HashSet<>(jdbc.sql("""
                        insert into inbound_message (message_key, content)
                        select * from unnest(?::uuid[], ?::uuid[])
                        on conflict do nothing
                        returning message_key
                        """)
                .params(
                        contents.keySet().toArray(UUID[]::new),
                        contents.values().toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The hash of the content that these messages had when they came first. */
    Map<UUID, UUID> contents(Collection<UUID> keys) {
        Map<UUID, UUID> contents = new HashMap<>();
        jdbc.sql("select message_key, content from inbound_message where message_key = any(?)")
                .param(keys.toArray(UUID[]::new))
                .query(row -> {
                    contents.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return contents;
    }

    /** Every replica may do so: what one has deleted the other does not find. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        int forgotten = jdbc.sql("delete from inbound_message where received_at < now() - make_interval(secs => ?)")
                .param(settings.rememberInbound().toSeconds())
                .update();
        LOG.debug("Forgot {} inbound messages", forgotten);
    }
}
