package org.servicepartner.job.work;

import java.util.List;

import org.springframework.http.HttpStatus;

import org.servicepartner.job.domain.JobField;
import org.servicepartner.job.domain.Refusal;
import org.servicepartner.job.domain.WorkRefused;
import org.servicepartner.platform.problem.Problem.InvalidField;
import org.servicepartner.platform.problem.ProblemException;

/** Every refusal in words for the person with the phone. */
public final class WorkProblems {
    private WorkProblems() {}

    public static ProblemException invalid(List<InvalidField> fields) {
        return new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "Invalid request",
                        "Some fields are not as they must be.",
                        "Correct the named fields and send it again.")
                .with("fields", fields);
    }

    public static ProblemException notFound(String jobId) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "job-not-found",
                "Job not found",
                "There is no job " + jobId + " that you can see.",
                "Reload the list. If the job was there before, the connection to its fleet may have ended.");
    }

    public static ProblemException notActive() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "technician-not-active",
                "No access to jobs",
                "Your access as a technician has not begun yet, or it has ended.",
                "Accept the invitation in your e-mail and sign in with the invited address, or ask your admin to invite you.");
    }

    /** Of a command that is to be sent again. */
    public static ProblemException failed() {
        return new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error",
                "Something went wrong on our side.",
                "Send the command again later under the same key. If it stays, tell the support team the time and the job.");
    }

    public static ProblemException behindAFailure() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "earlier-command-failed",
                "Earlier command failed",
                "A command before this one for the same job could not be handled, so this one has not been looked at.",
                "Send both again later, in their order and under the same keys.");
    }

    public static ProblemException changedMeanwhile() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Changed meanwhile",
                "Others changed the job at the same moment, time and again.",
                "Send the command again under the same key.");
    }

    /** @param now of the job */
    static ProblemException versionUnknown(long now) {
        return invalid(List.of(new InvalidField(
                "version",
                "must be one that the job has had (If-Match; seenVersion in a batch): it has %d now".formatted(now))));
    }

    static ProblemException keyReused() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key used twice",
                "Another command with different content has had this Idempotency-Key.",
                "Send the command under a new key.");
    }

    static ProblemException refused(WorkRefused refused, String jobId) {
        return switch (refused.reason()) {
            case JOB_TAKEN ->
                conflict(
                        "job-taken",
                        "Job taken",
                        refused,
                        "Choose another job, or ask your colleague to release this one.");
            case JOB_NOT_ACCEPTED -> conflict("job-not-accepted", "Job not accepted", refused, "Accept the job first.");
            case JOB_NOT_RUNNING -> conflict("job-not-running", "Job not running", refused, "Start the job first.");
            case JOB_NOT_STARTABLE ->
                conflict("job-not-startable", "Job cannot be started", refused, "Reload the job to see how far it is.");
            case JOB_ENDED ->
                conflict("job-ended", "Job ended", refused, "Nothing more can be done with it; choose another job.");
            case VIN_MISSING ->
                conflict(
                        "vin-missing",
                        "VIN missing",
                        refused,
                        "Scan or type the VIN of the vehicle and start the job with it.");
            case JOB_TYPE_MISSING ->
                conflict(
                        "job-type-missing",
                        "Job type missing",
                        refused,
                        "Release the job, accept it again, and choose the type when you start it.");
            case UNIT_MISSING ->
                conflict("unit-missing", "Telematics unit missing", refused, "Scan or type the id of the unit.");
            case PROVIDER_VALUE_READ_ONLY ->
                conflict(
                                "provider-value-read-only",
                                "Filled in by the provider",
                                refused,
                                "Leave the named fields as they are. If a value is wrong, fail the job and say so in the comment.")
                        .with(
                                "fields",
                                refused.fields().stream()
                                        .map(JobField::fieldName)
                                        .map(field ->
                                                new InvalidField(field, Refusal.PROVIDER_VALUE_READ_ONLY.sentence()))
                                        .toList());
            case CONFIGURATION_MISSING ->
                conflict("configuration-missing", "Not configured", refused, "Configure the telematics unit first.");
            case TEST_MISSING ->
                conflict("test-missing", "Not tested", refused, "Test the vehicle; all checks must pass.");
            case JOB_CHANGED ->
                new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "job-changed",
                        "Job changed",
                        refused.reason().sentence(),
                        "Look at what has changed, and decide again.");
            case JOB_UNKNOWN, JOB_ID_TAKEN, JOB_ALREADY_ASSIGNED, JOB_DELETED -> notFound(jobId);
        };
    }

    private static ProblemException conflict(String slug, String title, WorkRefused refused, String advice) {
        return new ProblemException(
                HttpStatus.CONFLICT, slug, title, refused.reason().sentence(), advice);
    }
}
