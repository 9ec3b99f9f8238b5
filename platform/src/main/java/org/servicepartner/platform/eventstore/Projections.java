package org.servicepartner.platform.eventstore;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionOperations;

/** All read models of the service. */
public final class Projections {
    private final Supplier<List<Projection>> projections;
    private final EventLog log;
    private final TransactionOperations transaction;
    private final Runnable lockAppends;

    Projections(
            Supplier<List<Projection>> projections,
            EventLog log,
            TransactionOperations transaction,
            Runnable lockAppends) {
        this.projections = projections;
        this.log = log;
        this.transaction = transaction;
        this.lockAppends = lockAppends;
    }

    void project(List<RecordedEvent> events) {
        for (Projection projection : projections.get()) {
            projection.project(events);
        }
    }

    /**
     * Makes a read model anew from all stored events. Readers go on with the old rows until it is done; writers wait.
     *
     * @return how many events were replayed
     * @throws IllegalArgumentException if there is no projection of that name
     */
    public long rebuild(String name) {
        Projection projection = projections.get().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no projection named " + name));
        return transaction.execute(status -> {
            lockAppends.run();
            projection.clear();
            long count = 0;
            long position = 0;
            for (List<RecordedEvent> page = log.after(0); !page.isEmpty(); page = log.after(position)) {
                projection.project(page);
                count += page.size();
                position = page.getLast().index();
            }
            return count;
        });
    }
}
