/** The package web of the untidy sample. */
@NullMarked
package org.servicepartner.architecture.untidy.web;

import org.jspecify.annotations.NullMarked;
