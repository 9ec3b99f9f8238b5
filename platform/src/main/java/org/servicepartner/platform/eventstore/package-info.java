/** Stores events in PostgreSQL, tells who follows them about every commit, and keeps read models in step. */
@NullMarked
package org.servicepartner.platform.eventstore;

import org.jspecify.annotations.NullMarked;
