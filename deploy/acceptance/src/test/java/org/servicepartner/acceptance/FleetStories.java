package org.servicepartner.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.awaitility.Awaitility.await;

/** The load: several fleets at once, each story followed by the next, for two partners in turn. */
final class FleetStories implements AutoCloseable {
    private static final int AT_ONCE = 4;
    /** More than a story has between two messages that must come through everything. */
    private static final int INPUTS = 5;

    private final Platform platform;
    private final List<FleetStory> stories = new CopyOnWriteArrayList<>();
    private final List<AtomicInteger> taken =
            IntStream.range(0, AT_ONCE).mapToObj(lane -> new AtomicInteger()).toList();
    private final List<CompletableFuture<Void>> lanes = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean last;

    FleetStories(Platform platform, long seed) {
        this.platform = platform;
        for (int lane = 0; lane < AT_ONCE; lane++) {
            int number = lane;
            lanes.add(CompletableFuture.runAsync(() -> play(number, new Random(seed + number)), threads));
        }
    }

    private void play(int lane, Random random) {
        while (!last) {
            begin(lane).play(random);
        }
    }

    /** Another story, which is told by whoever calls. */
    FleetStory begin() {
        return begin(0);
    }

    private FleetStory begin(int lane) {
        boolean even = lane % 2 == 0;
        FleetStory story = new FleetStory(
                platform.fleetControl(),
                even ? platform.alice() : platform.bea(),
                even ? platform.tom() : platform.ben(),
                () -> taken.get(lane).incrementAndGet());
        stories.add(story);
        return story;
    }

    /** Returns when all of them have gone on, or fails with the first that cannot. */
    void awaitProgress() {
        List<Integer> before = taken.stream().map(AtomicInteger::get).toList();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            failFast();
            return IntStream.range(0, AT_ONCE).allMatch(lane -> taken.get(lane).get() >= before.get(lane) + INPUTS);
        });
    }

    private void failFast() {
        lanes.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
    }

    /** Has the stories come to their ends, and returns all. */
    List<FleetStory> finish() {
        last = true;
        lanes.forEach(CompletableFuture::join);
        return stories;
    }

    int inputs() {
        return taken.stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() {
        last = true;
        threads.shutdownNow();
    }
}
