package org.servicepartner.job.integration.published;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the others learn of a job, on {@code servicepartner.jobs.v1}. */
sealed interface PublishedJobEvent {
    /** The type of the CloudEvent. */
    String type();

    record Created(String jobId, String fleetId, String status, Instant createdAt) implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.created.v1";
        }
    }

    record Assigned(String jobId, String fleetId, String partnerId, Instant assignedAt) implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.assigned.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(
            String jobId,
            String fleetId,
            @Nullable String jobType,
            @Nullable String vin,
            @Nullable String licensePlate,
            @Nullable String customName,
            @Nullable String vehicleModel,
            @Nullable String telematicsUnitId,
            @Nullable String plannedServiceDate,
            @Nullable String configurationPreset,
            @Nullable String instructions,
            Instant changedAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.changed.v1";
        }
    }

    record Deleted(String jobId, String fleetId, Instant deletedAt) implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.deleted.v1";
        }
    }

    record ChangeRefused(
            String jobId, String refusedMessageId, String refusedType, String reason, String detail, Instant refusedAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.change-refused.v1";
        }
    }

    record Started(String jobId, String fleetId, String partnerId, String technicianId, Instant startedAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.started.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            String jobId,
            String fleetId,
            String partnerId,
            String reason,
            @Nullable String comment,
            Instant failedAt) implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.failed.v1";
        }
    }
}
