/** Keeps the log-ins in Keycloak, which has the passwords, the roles in tokens and the sessions. */
@NullMarked
package org.servicepartner.identity.login;

import org.jspecify.annotations.NullMarked;
