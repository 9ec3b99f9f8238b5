/** The package web of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.web;

import org.jspecify.annotations.NullMarked;
