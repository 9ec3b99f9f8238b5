/** Listens to the admins of a partner. */
@NullMarked
package org.servicepartner.connection.web;

import org.jspecify.annotations.NullMarked;
