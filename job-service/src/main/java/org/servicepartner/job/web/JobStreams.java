package org.servicepartner.job.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.job.view.JobChanges;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.security.Caller;

/** All open live streams of this replica. They end before the web server stops, so that clients go to another one at once. */
public class JobStreams implements SmartLifecycle {
    private static final long NO_TIMEOUT = 0;
    private static final long LONGEST_REPLAY = 50_000;

    private final EventLog log;
    private final JobChanges changes;
    private final VisibleJobs jobs;
    private final Set<JobStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    public JobStreams(EventLog log, JobChanges changes, VisibleJobs jobs, MeterRegistry meters) {
        this.log = log;
        this.changes = changes;
        this.jobs = jobs;
        meters.gaugeCollectionSize("servicepartner.job.streams", List.of(), open);
    }

    SseEmitter open(Caller technician, @Nullable StreamPosition resumeAt) {
        SseEmitter client = new SseEmitter(NO_TIMEOUT);
        JobStream stream = new JobStream(technician, resumeAt, client, log, changes, jobs, LONGEST_REPLAY);
        open.add(stream);
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
    }

    @Override
    public void stop() {
        open.forEach(JobStream::close);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
