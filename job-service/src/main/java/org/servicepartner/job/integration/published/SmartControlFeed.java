package org.servicepartner.job.integration.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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
    public Optional<String> stateTopic() {
        return Optional.of(topic);
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        Map<String, Entry> changed = new LinkedHashMap<>();
        Map<Pair, RecordedEvent> pairs = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            switch (recorded.payload()) {
                case JobEvent.ChangeRefused refused -> {}
                case JobEvent event -> note(changed, recorded, event);
                case ConnectionEvent.Requested requested -> {}
                case ConnectionEvent event -> pairs.put(new Pair(event.partnerId(), event.fleetId()), recorded);
                default -> {}
            }
        }
        publish(changed, lease);
        long asOf = events.getLast().index();
        pairs.forEach((pair, cause) -> publishAll(pair, cause, asOf, lease));
    }

    private static void note(Map<String, Entry> changed, RecordedEvent recorded, JobEvent event) {
        changed.put(event.jobId(), Entry.of(recorded, recorded.index(), recorded.eventId()));
    }

    /** @param asOf index of the last event of the batch: jobs of the pair that have changed after the cause are told already */
    private void publishAll(Pair pair, RecordedEvent cause, long asOf, Lease lease) {
        long position = -1;
        List<VisibleJobs.JobOfPair> page;
        do {
            page = jobs.jobsOfPair(pair.partnerId, pair.fleetId, position, PAGE);
            if (!page.isEmpty()) {
                position = page.getLast().position();
                Map<String, Entry> entries = new LinkedHashMap<>();
                page.forEach(
                        job -> entries.put(job.jobId(), Entry.of(cause, asOf, cause.eventId() + "/" + job.jobId())));
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
        Map<String, VisibleJobs.HiddenJob> hidden = visible.size() == entries.size()
                ? Map.of()
                : jobs.hiddenAmongst(entries.keySet()).stream()
                        .collect(Collectors.toMap(VisibleJobs.HiddenJob::jobId, Function.identity()));
        List<OutboundMessage> messages = new ArrayList<>(entries.size());
        entries.forEach((jobId, entry) -> {
            VisibleJob shown = visible.get(jobId);
            VisibleJobs.HiddenJob gone = hidden.get(jobId);
            if (shown != null) {
                messages.add(message(shown.partnerId(), jobId, entry, shown));
            } else if (gone != null) {
                messages.add(message(gone.partnerId(), jobId, entry, null));
            }
        });
        lease.check();
        publisher.publish(messages);
    }

    private OutboundMessage message(String partnerId, String jobId, Entry entry, @Nullable VisibleJob job) {
        return new OutboundMessage(
                topic,
                partnerId + ":" + jobId,
                entry.messageId,
                TYPE,
                jobId,
                entry.at,
                entry.index,
                job,
                entry.metadata);
    }

    private record Pair(String partnerId, String fleetId) {}

    private record Entry(String messageId, long index, Instant at, Map<String, String> metadata) {
        static Entry of(RecordedEvent cause, long index, String messageId) {
            return new Entry(messageId, index, cause.recordedAt(), cause.metadata());
        }
    }
}
