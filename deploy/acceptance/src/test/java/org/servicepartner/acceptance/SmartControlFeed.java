package org.servicepartner.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

/** SmartControl's compacted topic, as one who reads all of it sees it: the last record of each key counts. */
final class SmartControlFeed {
    static final String TOPIC = "smartcontrol.jobs.v1";

    private final CloudEventsClient kafka;

    SmartControlFeed(CloudEventsClient kafka) {
        this.kafka = kafka;
    }

    List<ReceivedEvent> records() {
        return kafka.records(TOPIC);
    }

    /** The jobs of a fleet that are visible to a partner now, by job id. */
    Map<String, JsonNode> jobsOf(String partnerId, String fleetId) {
        Map<String, JsonNode> visible = jobsOf(partnerId);
        visible.values().removeIf(job -> !job.get("fleetId").asString().equals(fleetId));
        return visible;
    }

    /** All jobs that are visible to a partner now, by job id. */
    Map<String, JsonNode> jobsOf(String partnerId) {
        Map<String, JsonNode> visible = new LinkedHashMap<>();
        for (ReceivedEvent last : lastRecords().values()) {
            if (last.data() != null) {
                JsonNode job = JsonMapper.shared().readTree(last.data());
                if (job.get("partnerId").asString().equals(partnerId)) {
                    visible.put(job.get("jobId").asString(), job);
                }
            }
        }
        return visible;
    }

    /** The last record about a job: with data while it is visible, a tombstone after that, none if it never was. */
    Optional<ReceivedEvent> lastRecord(String partnerId, String jobId) {
        return Optional.ofNullable(lastRecords().get(partnerId + ":" + jobId));
    }

    private Map<String, ReceivedEvent> lastRecords() {
        Map<String, ReceivedEvent> last = new LinkedHashMap<>();
        records().forEach(row -> last.put(row.key(), row));
        return last;
    }
}
