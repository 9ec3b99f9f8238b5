package org.servicepartner.job.domain;

import java.time.Instant;

/** The news of one fleet connection of which the tests tell. */
final class ConnectionStory {
    static final String CONNECTION = "c0000000-0000-4000-8000-000000000003";
    static final String FLEET = "city-cars";
    static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private ConnectionStory() {}

    static ConnectionEvent.Requested requested(Instant at) {
        return new ConnectionEvent.Requested(CONNECTION, FLEET, PARTNER, "City cars", "Metro Mobility", at);
    }

    static ConnectionEvent.Accepted accepted(Instant at) {
        return new ConnectionEvent.Accepted(CONNECTION, FLEET, PARTNER, true, at);
    }

    static ConnectionEvent.Ended ended(String reason, Instant at) {
        return new ConnectionEvent.Ended(CONNECTION, FLEET, PARTNER, reason, at);
    }

    static ConnectionCommand.NoteRequest noteRequest() {
        return new ConnectionCommand.NoteRequest(CONNECTION, FLEET, PARTNER, "City cars", "Metro Mobility", NOW);
    }

    static ConnectionCommand.NoteAcceptance noteAcceptance() {
        return new ConnectionCommand.NoteAcceptance(CONNECTION, FLEET, PARTNER, true, NOW);
    }

    static ConnectionCommand.NoteEnd noteEnd(String reason) {
        return new ConnectionCommand.NoteEnd(CONNECTION, FLEET, PARTNER, reason, NOW);
    }
}
