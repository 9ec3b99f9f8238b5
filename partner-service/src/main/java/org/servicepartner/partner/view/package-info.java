/** Answers what a service partner looks like now. */
@NullMarked
package org.servicepartner.partner.view;

import org.jspecify.annotations.NullMarked;
