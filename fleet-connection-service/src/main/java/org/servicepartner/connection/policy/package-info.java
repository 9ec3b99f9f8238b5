/** Reacts to time: requests that nobody answered end. */
@NullMarked
package org.servicepartner.connection.policy;

import org.jspecify.annotations.NullMarked;
