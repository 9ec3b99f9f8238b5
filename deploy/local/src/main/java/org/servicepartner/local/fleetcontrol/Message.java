package org.servicepartner.local.fleetcontrol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One message of FleetControl as its contract words it. */
record Message(String topic, String key, String type, Map<String, Object> data) {

    static final String CONNECTIONS = "fleetcontrol.connections.v1";
    static final String JOBS = "fleetcontrol.jobs.v1";

    static Message connectionRequested(
            UUID connectionId,
            String fleetId,
            String fleetName,
            String providerName,
            @Nullable String providerContactEmail,
            String partnerEmail,
            boolean overrideAllowed,
            @Nullable String language) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("connectionId", connectionId.toString());
        data.put("fleetId", fleetId);
        data.put("fleetName", fleetName);
        data.put("providerName", providerName);
        if (providerContactEmail != null) {
            data.put("providerContactEmail", providerContactEmail);
        }
        data.put("partnerEmail", partnerEmail);
        data.put("overrideAllowed", overrideAllowed);
        if (language != null) {
            data.put("language", language);
        }
        return new Message(CONNECTIONS, fleetId, "fleetcontrol.connection.requested.v1", data);
    }

    static Message connectionWithdrawn(UUID connectionId, String fleetId) {
        return new Message(
                CONNECTIONS,
                fleetId,
                "fleetcontrol.connection.withdrawn.v1",
                Map.of("connectionId", connectionId.toString(), "fleetId", fleetId));
    }

    /** With a partner, the job is assigned at once. */
    static Message jobCreated(UUID jobId, String fleetId, @Nullable UUID partnerId, Map<String, String> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("jobId", jobId.toString());
        data.put("fleetId", fleetId);
        if (partnerId != null) {
            data.put("partnerId", partnerId.toString());
        }
        data.putAll(fields);
        return job(jobId, "fleetcontrol.job.created.v1", data);
    }

    static Message jobChanged(UUID jobId, Map<String, String> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("jobId", jobId.toString());
        data.putAll(fields);
        return job(jobId, "fleetcontrol.job.changed.v1", data);
    }

    static Message jobAssigned(UUID jobId, UUID partnerId) {
        return job(
                jobId,
                "fleetcontrol.job.assigned.v1",
                Map.of("jobId", jobId.toString(), "partnerId", partnerId.toString()));
    }

    static Message jobDeleted(UUID jobId) {
        return job(jobId, "fleetcontrol.job.deleted.v1", Map.of("jobId", jobId.toString()));
    }

    private static Message job(UUID jobId, String type, Map<String, Object> data) {
        return new Message(JOBS, jobId.toString(), type, data);
    }
}
