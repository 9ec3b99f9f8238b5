/** The package domain of the untidy sample. */
@NullMarked
package org.servicepartner.architecture.untidy.domain;

import org.jspecify.annotations.NullMarked;
