/** What is done at every start of a service. */
@NullMarked
package org.servicepartner.platform.startup;

import org.jspecify.annotations.NullMarked;
