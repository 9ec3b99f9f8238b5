/** Tells others what happened to users, in words for outsiders. */
@NullMarked
package org.servicepartner.identity.integration.published;

import org.jspecify.annotations.NullMarked;
