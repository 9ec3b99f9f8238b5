package org.servicepartner.notification.domain;

import java.time.Instant;

/** What an e-mail is about, without words: the words are the template's. */
public sealed interface Letter {
    /** A provider asks a partner to take care of a fleet. */
    record FleetConnectionRequested(String providerName, String fleetName, Instant validUntil) implements Letter {}
}
