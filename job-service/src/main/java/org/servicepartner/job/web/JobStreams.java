package org.servicepartner.job.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.job.view.JobChanges;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.live.LiveEmitters;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.telemetry.EndToEndDelay;

/**
 * All open live streams of this replica. One thread follows the log for all of them, while there are any, and wakes those that a
 * change concerns. They end before the web server stops, so that clients go to another one at once.
 */
public class JobStreams implements SmartLifecycle {
    private static final long NOT_LEADING = -1;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(JobStreams.class);

    private final EventLog log;
    private final JobChanges changes;
    private final VisibleJobs jobs;
    private final long longestReplay;
    private final EndToEndDelay endToEnd;
    private final Set<JobStream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUp = new Semaphore(0);
    private final Runnable follower = wakeUp::release;
    private volatile boolean running;

    /** @param longestReplay how many events may have happened since a client's last one, so that it can go on from there */
    public JobStreams(EventLog log, JobChanges changes, VisibleJobs jobs, long longestReplay, MeterRegistry meters) {
        this.log = log;
        this.changes = changes;
        this.jobs = jobs;
        this.longestReplay = longestReplay;
        this.endToEnd = new EndToEndDelay(
                "servicepartner.job.stream.end.to.end",
                "From publishing the message that led to a change, or else from recording it, to its way out on an open stream",
                Tags.empty(),
                meters);
        meters.gaugeCollectionSize("servicepartner.job.streams", List.of(), open);
    }

    /** @param goodUntil the stream ends then; its client comes back with a new token */
    SseEmitter open(Caller technician, Instant goodUntil, @Nullable StreamPosition resumeAt) {
        SseEmitter client = LiveEmitters.following();
        JobStream stream =
                new JobStream(technician, goodUntil, resumeAt, client, log, changes, jobs, longestReplay, endToEnd);
        open.add(stream);
        wakeUp.release();
        if (!running) {
            stream.close();
        }
        client.onCompletion(stream::close);
        client.onError(e -> stream.close());
        Thread.ofVirtual().name("job-stream").start(() -> {
            try {
                stream.run();
            } finally {
                open.remove(stream);
            }
        });
        return client;
    }

    @Override
    public void start() {
        running = true;
        log.follow(follower);
        Thread.ofPlatform().name("job-streams").start(this::follow);
    }

    private void follow() {
        long position = NOT_LEADING;
        while (running) {
            try {
                if (open.isEmpty()) {
                    position = NOT_LEADING;
                    changes.endToLead();
                    awaitCommit();
                } else if (position == NOT_LEADING) {
                    position = changes.beginToLead();
                    open.forEach(JobStream::wake);
                } else {
                    JobChanges.Page page = changes.lead(position);
                    open.forEach(stream -> stream.offer(page));
                    position = page.until();
                    if (page.until() == page.after()) {
                        awaitCommit();
                    }
                }
            } catch (RuntimeException e) {
                LOG.warn("Live streams are not told of changes, trying again: {}", e.toString());
                position = NOT_LEADING;
                changes.endToLead();
                awaitCommit();
            }
        }
    }

    private void awaitCommit() {
        try {
            wakeUp.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            wakeUp.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        log.unfollow(follower);
        wakeUp.release();
        open.forEach(JobStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
