package org.servicepartner.job.integration.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.relay.RelayHandler;

/**
 * Keeps the compacted topic equal to what is visible: the job if its partner may see it now, a tombstone if not. Always the
 * present state is sent, never that of the event: repeating a batch after a crash can then never show what has been hidden
 * since. One relay for all jobs and connections keeps the order between them.
 */
public class SmartControlFeed implements RelayHandler {
    private static final String TYPE = "servicepartner.visible-job.v1";
    private static final int PAGE = 1_000;

    private final String topic;
    private final VisibleJobs jobs;
    private final MessagePublisher publisher;

    public SmartControlFeed(String topic, VisibleJobs jobs, MessagePublisher publisher) {
        this.topic = topic;
        this.jobs = jobs;
        this.publisher = publisher;
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        Map<String, Entry> changed = new LinkedHashMap<>();
        Map<Pair, RecordedEvent> pairs = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            switch (recorded.payload()) {
                case JobEvent.ChangeRefused refused -> {}
                case JobEvent event -> note(changed, recorded, event);
                case ConnectionEvent event -> pairs.put(new Pair(event.partnerId(), event.fleetId()), recorded);
                default -> {}
            }
        }
        publish(changed, lease);
        pairs.forEach((pair, cause) -> publishAll(pair, cause, lease));
    }

    private static void note(Map<String, Entry> changed, RecordedEvent recorded, JobEvent event) {
        changed.put(event.jobId(), new Entry(recorded, recorded.eventId()));
    }

    private void publishAll(Pair pair, RecordedEvent cause, Lease lease) {
        long position = -1;
        List<VisibleJobs.JobOfPair> page;
        do {
            page = jobs.jobsOfPair(pair.partnerId, pair.fleetId, position, PAGE);
            if (!page.isEmpty()) {
                position = page.getLast().position();
                Map<String, Entry> entries = new LinkedHashMap<>();
                page.forEach(job -> entries.put(job.jobId(), new Entry(cause, cause.eventId() + "/" + job.jobId())));
                publish(entries, lease);
            }
        } while (page.size() == PAGE);
    }

    private void publish(Map<String, Entry> entries, Lease lease) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, VisibleJob> visible = jobs.amongst(entries.keySet()).stream()
                .collect(Collectors.toMap(VisibleJob::jobId, Function.identity()));
        Map<String, String> partners = visible.size() == entries.size() ? Map.of() : jobs.partnersOf(entries.keySet());
        List<OutboundMessage> messages = new ArrayList<>(entries.size());
        entries.forEach((jobId, entry) -> {
            VisibleJob job = visible.get(jobId);
            if (job != null) {
                messages.add(message(job.partnerId(), jobId, entry, job.version(), job));
            } else if (partners.containsKey(jobId)) {
                messages.add(message(partners.get(jobId), jobId, entry, entry.cause.sequence(), null));
            }
        });
        lease.check();
        publisher.publish(messages);
    }

    private OutboundMessage message(String partnerId, String jobId, Entry entry, long version, VisibleJob job) {
        return new OutboundMessage(
                topic,
                partnerId + ":" + jobId,
                entry.messageId,
                TYPE,
                jobId,
                entry.cause.recordedAt(),
                version,
                job,
                entry.cause.metadata());
    }

    private record Pair(String partnerId, String fleetId) {}

    private record Entry(RecordedEvent cause, String messageId) {}
}
