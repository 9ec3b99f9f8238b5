package org.servicepartner.job.view;

/** Who did something to a job. */
public sealed interface Actor permits Person, Program {}
