/** The starter that every service stands on: it knows how to store, publish, receive, protect and explain, and no word of the domain. */
@NullMarked
package org.servicepartner.platform;

import org.jspecify.annotations.NullMarked;
