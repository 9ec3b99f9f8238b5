package org.servicepartner.job.domain;

/** Why something that was asked of a job cannot be. */
public enum Refusal {
    JOB_UNKNOWN("There is no job under this id."),
    JOB_ID_TAKEN("Another job with different content has this id; choose a new id."),
    JOB_ALREADY_ASSIGNED("The job has been given to a partner and can no longer be changed or deleted."),
    JOB_DELETED("The job has been deleted."),
    JOB_NOT_STARTABLE("Only a job that is assigned and not yet running can be started.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
