package org.servicepartner.job.integration.published;

import java.util.Map;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.VehicleChecks;

/** From what is stored to what others are told. */
final class JobEventTranslator {
    private static final Map<String, String> TYPE_OF_COMMAND = Map.of(
            "CreateJob", "fleetcontrol.job.created.v1",
            "ChangeJob", "fleetcontrol.job.changed.v1",
            "AssignJob", "fleetcontrol.job.assigned.v1",
            "DeleteJob", "fleetcontrol.job.deleted.v1");

    private JobEventTranslator() {}

    static PublishedJobEvent translate(JobEvent event) {
        return switch (event) {
            case JobEvent.Created e -> created(e);
            case JobEvent.Changed e -> changed(e, e.details());
            case JobEvent.Assigned e -> new PublishedJobEvent.Assigned(e.jobId(), e.fleetId(), e.partnerId(), e.at());
            case JobEvent.Deleted e -> new PublishedJobEvent.Deleted(e.jobId(), e.fleetId(), e.at());
            case JobEvent.ChangeRefused e ->
                new PublishedJobEvent.ChangeRefused(
                        e.jobId(),
                        e.refusedMessageId(),
                        TYPE_OF_COMMAND.get(e.refusedCommand()),
                        e.reason(),
                        e.detail(),
                        e.at());
            case JobEvent.Accepted e ->
                new PublishedJobEvent.Accepted(
                        e.jobId(), e.fleetId(), e.partnerId(), e.technicianId(), e.at(), e.doneAt());
            case JobEvent.Released e ->
                new PublishedJobEvent.Released(
                        e.jobId(), e.fleetId(), e.partnerId(), e.technicianId(), e.reason(), e.at(), e.doneAt());
            case JobEvent.Started e -> started(e, e.filledIn() == null ? JobDetails.NOTHING : e.filledIn());
            case JobEvent.Configured e ->
                new PublishedJobEvent.Configured(
                        e.jobId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.technicianId(),
                        e.telematicsUnitId(),
                        e.configurationPreset(),
                        e.outcome(),
                        e.message(),
                        e.at(),
                        e.doneAt());
            case JobEvent.Tested e ->
                new PublishedJobEvent.Tested(
                        e.jobId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.technicianId(),
                        e.passed(),
                        checks(e.checks()),
                        e.at(),
                        e.doneAt());
            case JobEvent.Succeeded e ->
                new PublishedJobEvent.Succeeded(
                        e.jobId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.technicianId(),
                        e.details().jobType(),
                        vehicle(e.details()),
                        e.at(),
                        e.doneAt());
            case JobEvent.Failed e ->
                new PublishedJobEvent.Failed(
                        e.jobId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.technicianId(),
                        e.reason(),
                        e.comment(),
                        e.at(),
                        e.doneAt());
        };
    }

    private static PublishedJobEvent created(JobEvent.Created e) {
        return e.partnerId() == null
                ? new PublishedJobEvent.Created(e.jobId(), e.fleetId(), "PENDING", e.at())
                : new PublishedJobEvent.Assigned(e.jobId(), e.fleetId(), e.partnerId(), e.at());
    }

    private static PublishedJobEvent started(JobEvent.Started e, JobDetails filledIn) {
        return new PublishedJobEvent.Started(
                e.jobId(),
                e.fleetId(),
                e.partnerId(),
                e.technicianId(),
                filledIn.jobType(),
                filledIn.vin(),
                filledIn.licensePlate(),
                filledIn.vehicleModel(),
                e.at(),
                e.doneAt());
    }

    private static PublishedJobEvent changed(JobEvent.Changed e, JobDetails details) {
        return new PublishedJobEvent.Changed(
                e.jobId(),
                e.fleetId(),
                details.jobType(),
                details.vin(),
                details.licensePlate(),
                details.customName(),
                details.vehicleModel(),
                details.telematicsUnitId(),
                details.plannedServiceDate(),
                details.configurationPreset(),
                details.instructions(),
                e.at());
    }

    private static PublishedJobEvent.Checks checks(VehicleChecks checks) {
        return new PublishedJobEvent.Checks(
                checks.online(), checks.gps(), checks.ignition(), checks.centralLock(), checks.immobilizer());
    }

    private static PublishedJobEvent.Vehicle vehicle(JobDetails details) {
        return new PublishedJobEvent.Vehicle(
                details.vin(), details.licensePlate(), details.vehicleModel(), details.telematicsUnitId());
    }
}
