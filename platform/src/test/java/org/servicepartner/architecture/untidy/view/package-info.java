/** The package view of the untidy sample. */
@NullMarked
package org.servicepartner.architecture.untidy.view;

import org.jspecify.annotations.NullMarked;
