package org.servicepartner.platform.security;

import java.util.Set;

/**
 * Who calls, as the verified token says. A controller method takes it as an argument.
 *
 * @param userId our id of the user (claim {@code user_id})
 * @param tenantId the company the user belongs to (claim {@code partner_id}); everything a caller may touch carries it
 * @param roles realm roles
 */
public record Caller(String userId, String tenantId, Set<String> roles) {}
