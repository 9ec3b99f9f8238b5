package org.servicepartner.job.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.job.view.JobChange;
import org.servicepartner.job.view.JobChanges;
import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.view.VisibleJobs.ActiveTechnician;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.telemetry.EndToEndDelay;

/**
 * One technician's live stream, as long as his access token is good: a thread of its own that sends the changes at the speed of its
 * client, and sleeps while there are none that concern him.
 */
final class JobStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JobStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int PAGE = 500;
    private static final long NOT_YET = -1;

    private final Caller technician;
    private final Instant goodUntil;
    private final @Nullable StreamPosition resumeAt;
    private final SseEmitter client;
    private final EventLog log;
    private final JobChanges changes;
    private final VisibleJobs jobs;
    private final long longestReplay;
    private final EndToEndDelay endToEnd;
    private final Semaphore wakeUp = new Semaphore(0);
    private final AtomicLong seen = new AtomicLong(NOT_YET);
    private volatile boolean open = true;
    private long head;

    JobStream(
            Caller technician,
            Instant goodUntil,
            @Nullable StreamPosition resumeAt,
            SseEmitter client,
            EventLog log,
            JobChanges changes,
            VisibleJobs jobs,
            long longestReplay,
            EndToEndDelay endToEnd) {
        this.technician = technician;
        this.goodUntil = goodUntil;
        this.resumeAt = resumeAt;
        this.client = client;
        this.log = log;
        this.changes = changes;
        this.jobs = jobs;
        this.longestReplay = longestReplay;
        this.endToEnd = endToEnd;
    }

    /** Has the thread look for changes. */
    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    void close() {
        open = false;
        wake();
    }

    /** Tells of a stretch of the log. If nothing in it concerns the technician, the thread need not wake up to pass it. */
    void offer(JobChanges.Page page) {
        long place = seen.get();
        boolean passed = page.until() <= place
                || !page.concerns(technician.tenantId(), technician.userId())
                        && seen.compareAndSet(page.after(), page.until());
        if (place != NOT_YET && !passed) {
            wake();
        }
    }

    @Override
    public void run() {
        try {
            Optional<StreamPosition> start = begin();
            if (start.isPresent()) {
                follow(start.get());
            }
            client.complete();
        } catch (IOException e) {
            LOG.debug("A client has gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (open) {
                LOG.warn("A stream broke; its client will come back", e);
                client.completeWithError(e);
            }
        }
    }

    /** The head is read before the right to see anything, so that whatever ends the right later is met on the way. */
    private Optional<StreamPosition> begin() throws IOException {
        head = log.head();
        Optional<ActiveTechnician> active = jobs.active(technician.userId(), technician.tenantId());
        if (active.isEmpty()) {
            send("access-ended", null, Map.of());
            return Optional.empty();
        }
        if (resumeAt != null
                && resumeAt.index() >= active.get().since()
                && resumeAt.index() <= head
                && head - resumeAt.index() <= longestReplay) {
            return Optional.of(resumeAt);
        }
        send("reset", null, Map.of());
        for (String fleetId : jobs.visibleFleets(technician.tenantId(), head)) {
            sendFleet(fleetId, head, StreamPosition.NOT_WITHIN, false);
        }
        send("ready", StreamPosition.after(head), Map.of());
        return Optional.of(StreamPosition.after(head));
    }

    private void follow(StreamPosition start) throws IOException, InterruptedException {
        StreamPosition position = start;
        if (position.within() != StreamPosition.NOT_WITHIN) {
            position = StreamPosition.after(position.index() - 1);
        }
        seen.set(position.index());
        for (Duration left = timeLeft(); open && left.isPositive(); left = timeLeft()) {
            JobChanges.Page page = changes.after(seen.get());
            show(page, start);
            if (page.until() == page.after()) {
                Duration longest = left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
                if (!wakeUp.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    client.send(SseEmitter.event().comment("still here"));
                }
            }
            wakeUp.drainPermits();
        }
    }

    private Duration timeLeft() {
        return Duration.between(Instant.now(), goodUntil);
    }

    /** All of it, unless something is hidden meanwhile: then the rest is read again. */
    private void show(JobChanges.Page page, StreamPosition start) throws IOException {
        Optional<JobChange> end = page.end(technician.userId());
        if (end.isPresent()) {
            send(end.get(), StreamPosition.NOT_WITHIN);
            return;
        }
        for (JobChange change : page.changes()) {
            if (changes.isOutdated(page)) {
                return;
            }
            send(change, change.index() == start.index() ? start.within() : StreamPosition.NOT_WITHIN);
            advance(change.index());
        }
        advance(page.until());
    }

    private void advance(long index) {
        seen.accumulateAndGet(index, Math::max);
    }

    private void send(JobChange change, long within) throws IOException {
        if (!concernsMe(change)) {
            return;
        }
        tell(change, within);
        boolean happenedWhileOpen = change.index() > head;
        if (happenedWhileOpen) {
            endToEnd.record(change.publishedAt(), Instant.now());
        }
    }

    private void tell(JobChange change, long within) throws IOException {
        StreamPosition position = StreamPosition.after(change.index());
        switch (change) {
            case JobChange.JobChanged changed -> send("job", position, changed.job());
            case JobChange.FleetShown shown -> {
                sendFleet(shown.fleetId(), shown.index(), within, true);
                send("fleet-shown", position, Map.of("fleetId", shown.fleetId()));
            }
            case JobChange.FleetHidden hidden -> send("fleet-hidden", position, Map.of("fleetId", hidden.fleetId()));
            case JobChange.TechnicianDisabled disabled -> {
                send("access-ended", position, Map.of());
                open = false;
            }
        }
    }

    private boolean concernsMe(JobChange change) {
        return switch (change) {
            case JobChange.JobChanged changed -> isMine(changed.job().partnerId());
            case JobChange.FleetShown shown -> isMine(shown.partnerId());
            case JobChange.FleetHidden hidden -> isMine(hidden.partnerId());
            case JobChange.TechnicianDisabled disabled -> disabled.userId().equals(technician.userId());
        };
    }

    private boolean isMine(String partnerId) {
        return partnerId.equals(technician.tenantId());
    }

    /** The jobs of a fleet as of an event; a job that changed since comes with its own change. */
    private void sendFleet(String fleetId, long asOf, long within, boolean resumable) throws IOException {
        long place = within;
        List<VisibleJobs.JobOfPair> page;
        do {
            page = jobs.jobsOfPair(technician.tenantId(), fleetId, place, PAGE);
            List<String> ids = page.stream().map(VisibleJobs.JobOfPair::jobId).toList();
            for (VisibleJob job : jobs.amongst(ids).stream()
                    .filter(job -> job.changedIndex() <= asOf)
                    .sorted(Comparator.comparingLong(VisibleJob::position))
                    .toList()) {
                send("job", resumable ? new StreamPosition(asOf, job.position()) : null, job);
            }
            place = page.isEmpty() ? place : page.getLast().position();
        } while (page.size() == PAGE);
    }

    private void send(String name, @Nullable StreamPosition position, Object data) throws IOException {
        SseEmitter.SseEventBuilder event = SseEmitter.event().name(name);
        if (position != null) {
            event.id(position.toString());
        }
        client.send(event.data(data, MediaType.APPLICATION_JSON));
    }
}
