/** Lets invited people in: what their link is good for, and the account they make with it. */
@NullMarked
package org.servicepartner.identity.registration;

import org.jspecify.annotations.NullMarked;
