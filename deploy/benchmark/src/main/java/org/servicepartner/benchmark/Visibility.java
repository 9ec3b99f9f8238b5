package org.servicepartner.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Time from publishing that a connection was accepted or deleted until the technician's list shows or hides the fleet's jobs,
 * for a small and for a large fleet; and until the Kafka feed has said it of every single job.
 */
final class Visibility {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 20_000;

    private final Testbed testbed;
    private final Scale scale;
    private final Consumer<String> progress;

    Visibility(Testbed testbed, Scale scale, Consumer<String> progress) {
        this.testbed = testbed;
        this.scale = scale;
        this.progress = progress;
    }

    /** Milliseconds until the list and the Kafka feed have changed. */
    record Change(double list, double feed) {
        static Change median(List<Change> changes) {
            return new Change(
                    Statistics.median(changes.stream().map(Change::list).toList()),
                    Statistics.median(changes.stream().map(Change::feed).toList()));
        }
    }

    record Fleet(String fleetId, int jobs, Technician technician, List<Change> accepted, List<Change> deleted) {}

    List<Fleet> measure() {
        List<Fleet> fleets = List.of(
                new Fleet("few-jobs", scale.fewJobs(), Technician.TOM, new ArrayList<>(), new ArrayList<>()),
                new Fleet("many-jobs", scale.manyJobs(), Technician.BEN, new ArrayList<>(), new ArrayList<>()));
        fleets.forEach(this::createJobs);
        fleets.forEach(this::repeat);
        for (Fleet fleet : fleets) {
            fleet.accepted.clear();
            fleet.deleted.clear();
        }
        for (int i = 1; i <= scale.repetitions(); i++) {
            for (Fleet fleet : fleets) {
                repeat(fleet);
                progress.accept(
                        "visibility, round %d, %,d jobs: list shows after %.0f ms, hides after %.0f ms (Kafka feed %,.0f and %,.0f ms)"
                                .formatted(
                                        i,
                                        fleet.jobs,
                                        fleet.accepted.getLast().list,
                                        fleet.deleted.getLast().list,
                                        fleet.accepted.getLast().feed,
                                        fleet.deleted.getLast().feed));
            }
        }
        return fleets;
    }

    /** The jobs are there before any connection: each gives one tombstone on the feed. */
    private void createJobs(Fleet fleet) {
        for (int created = 0; created < fleet.jobs; created += AT_ONCE) {
            int some = Math.min(AT_ONCE, fleet.jobs - created);
            List<ProducerRecord<String, byte[]>> messages = new ArrayList<>(some);
            for (int i = 0; i < some; i++) {
                messages.add(Messages.job(
                        Messages.JOBS,
                        UUID.randomUUID().toString(),
                        fleet.fleetId,
                        fleet.technician.partnerId(),
                        created + i));
            }
            long before = testbed.feed().count();
            testbed.send(messages);
            testbed.feed().awaitCount(before + some);
        }
    }

    private void repeat(Fleet fleet) {
        String connectionId = UUID.randomUUID().toString();
        UUID partnerId = fleet.technician.partnerId();
        SmartControl app = testbed.smartControl(fleet.technician);
        fleet.accepted.add(change(fleet, app, true, Messages.accepted(connectionId, fleet.fleetId, partnerId)));
        fleet.deleted.add(change(fleet, app, false, Messages.deleted(connectionId, fleet.fleetId, partnerId)));
    }

    private Change change(Fleet fleet, SmartControl app, boolean shown, ProducerRecord<String, byte[]> message) {
        long before = testbed.feed().count();
        long start = System.nanoTime();
        testbed.send(List.of(message));
        Waiting.until(
                (shown ? "shown" : "hidden") + " by the list: " + fleet.fleetId,
                PATIENCE,
                () -> app.shows(fleet.fleetId) == shown);
        double list = Waiting.millisSince(start);
        testbed.feed().awaitCount(before + fleet.jobs);
        return new Change(list, Waiting.millisSince(start));
    }
}
