package org.servicepartner.job.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobField;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.job.work.Step;
import org.servicepartner.job.work.WorkOrder;
import org.servicepartner.job.work.WorkProblems;
import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.problem.ProblemException;

/** What phones send with their commands, as it comes in. */
final class WorkForms {
    private static final String DONE_AT =
            "When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the"
                    + " future; five minutes are forgiven.";
    private static final Pattern JOB_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private WorkForms() {}

    static boolean isJobId(@Nullable String text) {
        return text != null && JOB_ID.matcher(text).matches();
    }

    @Schema(name = "WorkDone")
    record Done(
            @Schema(description = DONE_AT, format = "date-time") @Nullable
            String doneAt) {
        Form form() {
            return new Form(doneAt, null, null, null, null, null, null, null, null, null, null);
        }
    }

    @Schema(name = "JobStart", description = "The fields fill in what the provider has left empty.")
    record Start(
            @Schema(description = DONE_AT, format = "date-time") @Nullable
            String doneAt,

            @Schema(description = "17 characters, ISO 3779 alphabet; needed if the provider has not filled it in")
            @Nullable
            String vin,

            @Nullable String licensePlate,
            @Nullable String vehicleModel,

            @Schema(allowableValues = {"INSTALLATION", "MAINTENANCE"}) @Nullable
            String jobType) {
        Form form() {
            return new Form(doneAt, vin, licensePlate, vehicleModel, jobType, null, null, null, null, null, null);
        }
    }

    @Schema(name = "UnitConfigured")
    record Configure(
            @Schema(description = DONE_AT, format = "date-time") @Nullable
            String doneAt,

            @Schema(description = "QNR: 16 hex digits; needed if it is not known yet") @Nullable
            String telematicsUnitId,

            @Nullable String configurationPreset,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"SUCCEEDED", "FAILED"})
            @Nullable
            String outcome,

            @Schema(description = "At most 2000 characters") @Nullable
            String message) {
        Form form() {
            return new Form(
                    doneAt,
                    null,
                    null,
                    null,
                    null,
                    telematicsUnitId,
                    configurationPreset,
                    outcome,
                    message,
                    null,
                    null);
        }
    }

    @Schema(name = "VehicleTested")
    record Tested(
            @Schema(description = DONE_AT, format = "date-time") @Nullable
            String doneAt,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Each PASSED or FAILED. The test has passed if all five have.",
                    implementation = VehicleChecks.class)
            @Nullable
            Checks checks) {
        Form form() {
            return new Form(doneAt, null, null, null, null, null, null, null, null, checks, null);
        }
    }

    @Schema(name = "JobFailure")
    record Fail(
            @Schema(description = DONE_AT, format = "date-time") @Nullable
            String doneAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Why; 1 to 2000 characters") @Nullable
            String comment) {
        Form form() {
            return new Form(doneAt, null, null, null, null, null, null, null, null, null, comment);
        }
    }

    record Checks(
            @Nullable String online,
            @Nullable String gps,
            @Nullable String ignition,
            @Nullable String centralLock,
            @Nullable String immobilizer) {}

    @Schema(name = "CommandBatch", description = "What was done without reception.")
    record Batch(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "1 to 200, in the order in which they were done.")
            List<Queued> commands) {}

    /** A command of a batch: the fields of its kind, and what is in the address and the headers of a single one. */
    @Schema(
            name = "BatchCommand",
            description =
                    "A command with the fields of its kind; doneAt should be there, since the batch is sent later.")
    record Queued(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 64 of A-Z a-z 0-9 _ -") @Nullable
            String idempotencyKey,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String jobId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"accept", "release", "start", "configure", "test", "complete", "fail"})
            @Nullable
            String command,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description =
                            "Version of the job that the phone had seen. It need not count its own commands; one that the job has not had is refused.")
            @Nullable
            Long seenVersion,

            @Schema(description = DONE_AT, format = "date-time") @Nullable
            String doneAt,

            @Nullable String vin,
            @Nullable String licensePlate,
            @Nullable String vehicleModel,

            @Schema(allowableValues = {"INSTALLATION", "MAINTENANCE"}) @Nullable
            String jobType,

            @Nullable String telematicsUnitId,
            @Nullable String configurationPreset,

            @Schema(allowableValues = {"SUCCEEDED", "FAILED"}) @Nullable
            String outcome,

            @Nullable String message,

            @Schema(implementation = VehicleChecks.class) @Nullable
            Checks checks,

            @Nullable String comment) {
        /** @throws ProblemException that names what is not as it must be */
        WorkOrder order() {
            List<Problem.InvalidField> invalid = new ArrayList<>();
            if (!IdempotencyKeys.isKey(idempotencyKey)) {
                invalid.add(new Problem.InvalidField("idempotencyKey", IdempotencyKeys.EXPECTED));
            }
            if (!isJobId(jobId)) {
                invalid.add(new Problem.InvalidField("jobId", "must be the id of a job"));
            }
            if (seenVersion == null || seenVersion < 0) {
                invalid.add(new Problem.InvalidField("seenVersion", "must be a whole number from 0"));
            }
            Step step = Step.of(String.valueOf(command)).orElse(null);
            if (step == null) {
                invalid.add(new Problem.InvalidField(
                        "command", "must be accept, release, start, configure, test, complete or fail"));
            }
            if (!invalid.isEmpty()) {
                throw WorkProblems.invalid(invalid);
            }
            return form().order(jobId, step);
        }

        private Form form() {
            return new Form(
                    doneAt,
                    vin,
                    licensePlate,
                    vehicleModel,
                    jobType,
                    telematicsUnitId,
                    configurationPreset,
                    outcome,
                    message,
                    checks,
                    comment);
        }
    }

    /** The fields of all kinds of commands. */
    record Form(
            @Nullable String doneAt,
            @Nullable String vin,
            @Nullable String licensePlate,
            @Nullable String vehicleModel,
            @Nullable String jobType,
            @Nullable String telematicsUnitId,
            @Nullable String configurationPreset,
            @Nullable String outcome,
            @Nullable String message,
            @Nullable Checks checks,
            @Nullable String comment) {
        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null, null, null, null);

        /** @throws ProblemException that names the fields that are not as they must be */
        WorkOrder order(String jobId, Step step) {
            List<Problem.InvalidField> invalid = new ArrayList<>();
            WorkOrder order = new WorkOrder(
                    jobId,
                    step,
                    time(invalid),
                    filledIn(step, invalid),
                    step == Step.CONFIGURE ? oneOf("outcome", outcome, "SUCCEEDED", invalid) : null,
                    step == Step.CONFIGURE && message != null ? text("message", message, invalid) : null,
                    step == Step.TEST ? checked(invalid) : null,
                    step == Step.FAIL ? text("comment", comment, invalid) : null);
            if (!invalid.isEmpty()) {
                throw WorkProblems.invalid(invalid);
            }
            return order;
        }

        private @Nullable Instant time(List<Problem.InvalidField> invalid) {
            try {
                return doneAt == null
                        ? null
                        : OffsetDateTime.parse(doneAt).toInstant().truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException e) {
                invalid.add(new Problem.InvalidField("doneAt", "must be a time like 2026-03-31T09:30:00Z"));
                return null;
            }
        }

        private JobDetails filledIn(Step step, List<Problem.InvalidField> invalid) {
            return switch (step) {
                case START ->
                    new JobDetails(
                            value(JobField.JOB_TYPE, jobType, invalid),
                            value(JobField.VIN, vin, invalid),
                            value(JobField.LICENSE_PLATE, licensePlate, invalid),
                            null,
                            value(JobField.VEHICLE_MODEL, vehicleModel, invalid),
                            null,
                            null,
                            null,
                            null);
                case CONFIGURE ->
                    new JobDetails(
                            null,
                            null,
                            null,
                            null,
                            null,
                            value(JobField.TELEMATICS_UNIT_ID, telematicsUnitId, invalid),
                            null,
                            value(JobField.CONFIGURATION_PRESET, configurationPreset, invalid),
                            null);
                default -> JobDetails.NOTHING;
            };
        }

        private static @Nullable String value(
                JobField field, @Nullable String value, List<Problem.InvalidField> invalid) {
            if (value != null && !field.takes(value)) {
                invalid.add(new Problem.InvalidField(field.fieldName(), "must be " + field.expected()));
            }
            return field.written(value);
        }

        private VehicleChecks checked(List<Problem.InvalidField> invalid) {
            Checks given = checks == null ? new Checks(null, null, null, null, null) : checks;
            return new VehicleChecks(
                    oneOf("checks.online", given.online, VehicleChecks.PASSED, invalid),
                    oneOf("checks.gps", given.gps, VehicleChecks.PASSED, invalid),
                    oneOf("checks.ignition", given.ignition, VehicleChecks.PASSED, invalid),
                    oneOf("checks.centralLock", given.centralLock, VehicleChecks.PASSED, invalid),
                    oneOf("checks.immobilizer", given.immobilizer, VehicleChecks.PASSED, invalid));
        }

        private static String oneOf(
                String name, @Nullable String value, String good, List<Problem.InvalidField> invalid) {
            if (!good.equals(value) && !VehicleChecks.FAILED.equals(value)) {
                invalid.add(new Problem.InvalidField(name, "must be " + good + " or FAILED"));
            }
            return String.valueOf(value);
        }

        private static String text(String name, @Nullable String value, List<Problem.InvalidField> invalid) {
            if (value == null || !JobField.isText(value, WorkCommand.LONGEST_TEXT)) {
                invalid.add(new Problem.InvalidField(name, "must be " + JobField.textOf(WorkCommand.LONGEST_TEXT)));
            }
            return String.valueOf(value);
        }
    }
}
