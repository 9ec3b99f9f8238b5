/** The package domain of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.domain;

import org.jspecify.annotations.NullMarked;
