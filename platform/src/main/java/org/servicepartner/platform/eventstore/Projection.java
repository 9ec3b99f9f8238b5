package org.servicepartner.platform.eventstore;

import java.util.List;

/**
 * A read model kept in the same database and written in the transaction that appends the events, so that whoever changed
 * something sees it at once. It must be a function of the events alone: {@link Projections#rebuild} makes it anew from them.
 */
public interface Projection {
    /** A stable name, for example {@code job-view}. */
    String name();

    /** Applies events in order; several events of one aggregate may be in one call. Called within a transaction. */
    void project(List<RecordedEvent> events);

    /** Removes all rows. Called within the transaction of a rebuild; readers see the old rows until it commits. */
    void clear();
}
