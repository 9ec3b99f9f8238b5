/** Listens to the portal; holds no rules. */
@NullMarked
package org.servicepartner.identity.web;

import org.jspecify.annotations.NullMarked;
