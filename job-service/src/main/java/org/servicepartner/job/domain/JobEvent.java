package org.servicepartner.job.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;

/**
 * What has happened to a job. {@code at} is when this service recorded it; {@code doneAt} when a technician did it, by the clock of
 * the phone, which may have been without reception.
 */
public sealed interface JobEvent {
    String jobId();

    Instant at();

    /** When it happened, as far as anybody knows. */
    default Instant happenedAt() {
        return at();
    }

    /** The technician who did it; null if it was somebody else, or a rule. */
    default @Nullable String byTechnician() {
        return null;
    }

    /** Whether it changed the job, and not by the technician's own hand. A wish of the provider that was refused is no change. */
    default boolean isChangeByOthersThan(String technicianId) {
        return !(this instanceof ChangeRefused) && !technicianId.equals(byTechnician());
    }

    @EventName("job.created.v1")
    record Created(String jobId, String fleetId, @Nullable String partnerId, JobDetails details, Instant at)
            implements JobEvent {}

    @EventName("job.changed.v1")
    record Changed(String jobId, String fleetId, JobDetails details, Instant at) implements JobEvent {}

    @EventName("job.assigned.v1")
    record Assigned(String jobId, String fleetId, String partnerId, Instant at) implements JobEvent {}

    @EventName("job.deleted.v1")
    record Deleted(String jobId, String fleetId, Instant at) implements JobEvent {}

    /** FleetControl asked for something that cannot be; it is told so. */
    @EventName("job.change-refused.v1")
    record ChangeRefused(
            String jobId, String refusedMessageId, String refusedCommand, String reason, String detail, Instant at)
            implements JobEvent {}

    /** The technician has claimed the job. */
    @EventName("job.accepted.v1")
    record Accepted(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String connectionId,
            Instant doneAt,
            Instant at)
            implements JobEvent {
        @Override
        public Instant happenedAt() {
            return doneAt;
        }

        @Override
        public String byTechnician() {
            return technicianId;
        }
    }

    /** The job is free again: given back by the technician who held it, or taken from him by a rule. */
    @EventName("job.released.v1")
    record Released(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String reason,
            Instant doneAt,
            Instant at)
            implements JobEvent {
        /** The technician gave it back. */
        public static final String BY_TECHNICIAN = "TECHNICIAN";

        @Override
        public Instant happenedAt() {
            return doneAt;
        }

        @Override
        public @Nullable String byTechnician() {
            return reason.equals(BY_TECHNICIAN) ? technicianId : null;
        }
    }

    /** @param filledIn what the technician has filled in; null in events from before technicians could */
    @EventName("job.started.v1")
    record Started(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String connectionId,
            Instant at,
            @Nullable JobDetails filledIn,
            @Nullable Instant doneAt)
            implements JobEvent {
        /** Whether the job goes on in another vehicle than the one known so far: what was done to that one is not done to this. */
        public boolean bringsAnotherVehicleThan(JobDetails known) {
            return filledIn != null
                    && filledIn.vin() != null
                    && known.vin() != null
                    && !filledIn.vin().equals(known.vin());
        }

        @Override
        public Instant happenedAt() {
            return doneAt == null ? at : doneAt;
        }

        @Override
        public String byTechnician() {
            return technicianId;
        }
    }

    /** @param outcome {@code SUCCEEDED} or {@code FAILED} */
    @EventName("job.configured.v1")
    record Configured(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            JobDetails filledIn,
            String telematicsUnitId,
            @Nullable String configurationPreset,
            String outcome,
            @Nullable String message,
            Instant doneAt,
            Instant at)
            implements JobEvent {
        @Override
        public Instant happenedAt() {
            return doneAt;
        }

        @Override
        public String byTechnician() {
            return technicianId;
        }
    }

    @EventName("job.tested.v1")
    record Tested(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            VehicleChecks checks,
            boolean passed,
            Instant doneAt,
            Instant at)
            implements JobEvent {
        @Override
        public Instant happenedAt() {
            return doneAt;
        }

        @Override
        public String byTechnician() {
            return technicianId;
        }
    }

    /** The work is done: the vehicle belongs to the fleet now. */
    @EventName("job.succeeded.v1")
    record Succeeded(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            JobDetails details,
            Instant doneAt,
            Instant at)
            implements JobEvent {
        @Override
        public Instant happenedAt() {
            return doneAt;
        }

        @Override
        public String byTechnician() {
            return technicianId;
        }
    }

    /** @param technicianId who has given up; null if it failed by rule */
    @EventName("job.failed.v1")
    record Failed(
            String jobId,
            String fleetId,
            String partnerId,
            String reason,
            @Nullable String comment,
            Instant at,
            @Nullable String technicianId,
            @Nullable Instant doneAt)
            implements JobEvent {
        /** The technician gave up. */
        public static final String BY_TECHNICIAN = "TECHNICIAN";

        @Override
        public Instant happenedAt() {
            return doneAt == null ? at : doneAt;
        }

        @Override
        public @Nullable String byTechnician() {
            return technicianId;
        }
    }
}
