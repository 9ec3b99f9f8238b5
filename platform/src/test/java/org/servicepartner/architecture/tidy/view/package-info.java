/** The package view of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.view;

import org.jspecify.annotations.NullMarked;
