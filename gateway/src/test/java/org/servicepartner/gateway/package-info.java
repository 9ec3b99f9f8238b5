/** Tests the gateway from outside, with the real Keycloak and with upstream processes of its own. */
@NullMarked
package org.servicepartner.gateway;

import org.jspecify.annotations.NullMarked;
