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

    record Accepted(
            String jobId, String fleetId, String partnerId, String technicianId, Instant acceptedAt, Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.accepted.v1";
        }
    }

    record Released(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String reason,
            Instant releasedAt,
            Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.released.v1";
        }
    }

    /** With what the technician has filled in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Started(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            @Nullable String jobType,
            @Nullable String vin,
            @Nullable String licensePlate,
            @Nullable String vehicleModel,
            Instant startedAt,
            @Nullable Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.started.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Configured(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String telematicsUnitId,
            @Nullable String configurationPreset,
            String outcome,
            @Nullable String message,
            Instant configuredAt,
            Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.configured.v1";
        }
    }

    record Tested(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            boolean passed,
            Checks checks,
            Instant testedAt,
            Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.tested.v1";
        }
    }

    record Succeeded(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String jobType,
            Vehicle vehicle,
            Instant succeededAt,
            Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.succeeded.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            String jobId,
            String fleetId,
            String partnerId,
            @Nullable String technicianId,
            String reason,
            @Nullable String comment,
            Instant failedAt,
            @Nullable Instant doneAt)
            implements PublishedJobEvent {
        @Override
        public String type() {
            return "servicepartner.job.failed.v1";
        }
    }

    /** Each {@code PASSED} or {@code FAILED}. */
    record Checks(String online, String gps, String ignition, String centralLock, String immobilizer) {}

    /** What joins the fleet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Vehicle(
            String vin,
            @Nullable String licensePlate,
            @Nullable String vehicleModel,
            @Nullable String telematicsUnitId) {}
}
