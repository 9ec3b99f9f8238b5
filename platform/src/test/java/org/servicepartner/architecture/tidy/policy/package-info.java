/** The package policy of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.policy;

import org.jspecify.annotations.NullMarked;
