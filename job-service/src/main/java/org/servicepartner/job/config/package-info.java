/** Wires. */
@NullMarked
package org.servicepartner.job.config;

import org.jspecify.annotations.NullMarked;
