/** What the service promises, what it has stored, and how it is built: none of it changes by accident. */
@NullMarked
package org.servicepartner.job.contracts;

import org.jspecify.annotations.NullMarked;
