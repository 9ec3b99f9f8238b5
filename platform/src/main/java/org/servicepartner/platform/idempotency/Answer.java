package org.servicepartner.platform.idempotency;

import java.util.Map;

/**
 * What was answered to a request.
 *
 * @param headers those that belong to the body, for example its ETag
 * @param body JSON
 */
public record Answer(int status, Map<String, String> headers, String body) {}
