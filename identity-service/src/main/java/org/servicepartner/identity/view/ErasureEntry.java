package org.servicepartner.identity.view;

import java.time.Instant;
import java.util.Map;

/**
 * The erasure of a user.
 *
 * @param confirmations when each of the services that have nothing of the person any more said so, by name
 */
public record ErasureEntry(String userId, String erasureId, Instant erasedAt, Map<String, Instant> confirmations) {}
