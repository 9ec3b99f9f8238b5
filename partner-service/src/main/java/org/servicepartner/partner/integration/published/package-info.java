/** Tells others what happened to a service partner, in words for outsiders. */
@NullMarked
package org.servicepartner.partner.integration.published;

import org.jspecify.annotations.NullMarked;
