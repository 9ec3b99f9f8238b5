package org.servicepartner.job.domain;

/** Why something that was asked of a job cannot be. */
public enum Refusal {
    JOB_UNKNOWN("There is no job under this id."),
    JOB_ID_TAKEN("Another job with different content has this id; choose a new id."),
    JOB_ALREADY_ASSIGNED("The job has been given to a partner and can no longer be changed or deleted."),
    JOB_DELETED("The job has been deleted."),
    JOB_TAKEN("Another technician of your team has accepted the job."),
    JOB_NOT_ACCEPTED("Nobody has accepted the job yet."),
    JOB_NOT_STARTABLE("Only a job that is not yet running can be started."),
    JOB_NOT_RUNNING("Only a job that is running can be worked on."),
    JOB_ENDED("The job has ended."),
    VIN_MISSING("The vehicle is not known: the provider has not filled in the VIN, and you have not either."),
    JOB_TYPE_MISSING("It is not known whether the job is an installation or maintenance."),
    UNIT_MISSING("It is not known which telematics unit was configured."),
    PROVIDER_VALUE_READ_ONLY("What the provider has filled in cannot be changed."),
    CONFIGURATION_MISSING("An installation needs a telematics unit that was configured successfully."),
    TEST_MISSING("The last test of the vehicle since its configuration did not pass, or there was none."),
    JOB_CHANGED("Others have changed the job since you saw it.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
