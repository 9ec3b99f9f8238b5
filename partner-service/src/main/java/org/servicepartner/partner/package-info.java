/** The service that knows the service partners and how far their onboarding is. */
@NullMarked
package org.servicepartner.partner;

import org.jspecify.annotations.NullMarked;
