package org.servicepartner.platform.eventstore;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionOperations;

/** All read models of the service. */
public final class Projections {
    private final Supplier<List<Projection>> declared;
    private final EventLog log;
    private final TransactionOperations transaction;
    private final Runnable lockAppends;
    private volatile List<Projection> all = List.of();

    Projections(
            Supplier<List<Projection>> declared,
            EventLog log,
            TransactionOperations transaction,
            Runnable lockAppends) {
        this.declared = declared;
        this.log = log;
        this.transaction = transaction;
        this.lockAppends = lockAppends;
    }

    /** Asked for only when the first events come: a projection may need what needs the event store. */
    private List<Projection> all() {
        if (all.isEmpty()) {
            all = declared.get();
        }
        return all;
    }

    public List<String> names() {
        return all().stream().map(Projection::name).toList();
    }

    void project(List<RecordedEvent> events) {
        for (Projection projection : all()) {
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
        Projection projection = all().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no read model named %s, only %s".formatted(name, names())));
        return transaction.execute(status -> {
            lockAppends.run();
            projection.clear();
            long count = 0;
            long position = 0;
            for (List<RecordedEvent> page = log.storedAfter(0); !page.isEmpty(); page = log.storedAfter(position)) {
                projection.project(page);
                count += page.size();
                position = page.getLast().index();
            }
            return count;
        });
    }
}
