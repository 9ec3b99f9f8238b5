package org.servicepartner.connection.view;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.connection.domain.ConnectionState;

/**
 * One connection as its partner sees it.
 *
 * @param position rises from one request to the next; sorts and pages the list
 * @param decidedAt when it was accepted or declined
 * @param endedAt when it was deleted, withdrawn or expired
 */
public record ConnectionView(
        UUID connectionId,
        long position,
        String pairId,
        String fleetId,
        String fleetName,
        String providerName,
        @Nullable String providerContactEmail,
        boolean overrideAllowed,
        ConnectionState state,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {}
