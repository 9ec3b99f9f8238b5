package org.servicepartner.platform.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * The data of the message with which a service says that it has nothing of a person any more.
 *
 * @param subject the id of the person
 */
public record PersonalDataErased(String subject, UUID erasureId, String service, Instant erasedAt) {
    public static final String TOPIC = "servicepartner.erasures.v1";
    public static final String TYPE = "servicepartner.personal-data.erased.v1";
}
