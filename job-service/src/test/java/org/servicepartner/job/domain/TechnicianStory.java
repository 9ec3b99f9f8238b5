package org.servicepartner.job.domain;

import java.time.Instant;

/** The news of one user of which the tests tell. */
final class TechnicianStory {
    static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private TechnicianStory() {}

    static TechnicianEvent.Enabled enabled(long version, Instant at) {
        return new TechnicianEvent.Enabled(TOM, PARTNER, version, at);
    }

    static TechnicianEvent.Disabled disabled(long version, Instant at) {
        return new TechnicianEvent.Disabled(TOM, PARTNER, version, at);
    }

    static TechnicianCommand.NoteMaySeeJobs maySeeJobs(long version) {
        return new TechnicianCommand.NoteMaySeeJobs(TOM, PARTNER, version, NOW);
    }

    static TechnicianCommand.NoteMayNotSeeJobs mayNotSeeJobs(long version) {
        return new TechnicianCommand.NoteMayNotSeeJobs(TOM, PARTNER, version, NOW);
    }
}
