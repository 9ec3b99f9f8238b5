/** Starts the real PostgreSQL, Kafka, Keycloak and mail catcher, for integration tests and for the local stack. */
@NullMarked
package org.servicepartner.local;

import org.jspecify.annotations.NullMarked;
