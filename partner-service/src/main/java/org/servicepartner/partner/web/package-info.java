/** Listens to the portal; holds no rules. */
@NullMarked
package org.servicepartner.partner.web;

import org.jspecify.annotations.NullMarked;
