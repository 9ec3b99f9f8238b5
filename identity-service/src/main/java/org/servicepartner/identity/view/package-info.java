/** Answers who the users of a service partner are now. */
@NullMarked
package org.servicepartner.identity.view;

import org.jspecify.annotations.NullMarked;
