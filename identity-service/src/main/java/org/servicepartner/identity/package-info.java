/** The service that knows the users of service partners and their roles. */
@NullMarked
package org.servicepartner.identity;

import org.jspecify.annotations.NullMarked;
