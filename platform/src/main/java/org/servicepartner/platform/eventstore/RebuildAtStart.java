package org.servicepartner.platform.eventstore;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Makes read models anew before this replica says that it is ready; other replicas answer from the old rows meanwhile. */
final class RebuildAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);

    private final Projections projections;
    private final List<String> names;

    RebuildAtStart(Projections projections, List<String> names) {
        this.projections = projections;
        this.names = names;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String name : names) {
            long events = projections.rebuild(name);
            LOG.info("Made the read model {} anew from {} events", name, events);
        }
    }
}
