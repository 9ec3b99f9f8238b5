/** Answers which connections there are, and what is known of partners and their addresses. */
@NullMarked
package org.servicepartner.connection.view;

import org.jspecify.annotations.NullMarked;
