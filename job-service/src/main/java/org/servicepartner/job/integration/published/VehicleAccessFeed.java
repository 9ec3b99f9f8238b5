package org.servicepartner.job.integration.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.job.view.VehicleAccesses;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.relay.RelayHandler;

/**
 * Keeps the compacted topic equal to who may reach which vehicle. As in the feed of SmartControl the present state is sent, never
 * that of the event: repeating a batch after a crash can then never open what has been closed since.
 */
public class VehicleAccessFeed implements RelayHandler {
    private static final String TYPE = "servicepartner.vehicle-access.granted.v1";

    private final String topic;
    private final VehicleAccesses accesses;
    private final VisibleJobs jobs;
    private final MessagePublisher publisher;

    public VehicleAccessFeed(String topic, VehicleAccesses accesses, VisibleJobs jobs, MessagePublisher publisher) {
        this.topic = topic;
        this.accesses = accesses;
        this.jobs = jobs;
        this.publisher = publisher;
    }

    @Override
    public Optional<String> stateTopic() {
        return Optional.of(topic);
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        Map<String, RecordedEvent> concerned = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            for (String jobId : concernedBy(recorded)) {
                concerned.put(jobId, recorded);
            }
        }
        if (concerned.isEmpty()) {
            return;
        }
        Map<String, VehicleAccesses.RunningJob> granted = accesses.amongst(concerned.keySet()).stream()
                .filter(VehicleAccesses.RunningJob::givesAccess)
                .collect(Collectors.toMap(VehicleAccesses.RunningJob::jobId, Function.identity()));
        List<OutboundMessage> messages = new ArrayList<>(concerned.size());
        concerned.forEach((jobId, cause) -> messages.add(message(jobId, cause, granted.get(jobId))));
        lease.check();
        publisher.publish(messages);
    }

    /** A job that ends with its connection or its technician is announced twice, with its own event as well. */
    private List<String> concernedBy(RecordedEvent recorded) {
        return switch (recorded.payload()) {
            case JobEvent.Started event -> List.of(event.jobId());
            case JobEvent.Configured event -> List.of(event.jobId());
            case JobEvent.Released event -> List.of(event.jobId());
            case JobEvent.Succeeded event -> List.of(event.jobId());
            case JobEvent.Failed event -> List.of(event.jobId());
            case ConnectionEvent.Ended event -> jobs.runningUnder(event.connectionId());
            case TechnicianEvent event -> accesses.runningOf(event.userId());
            default -> List.of();
        };
    }

    private OutboundMessage message(String jobId, RecordedEvent cause, VehicleAccesses.@Nullable RunningJob access) {
        return new OutboundMessage(
                topic,
                jobId,
                cause.aggregateId().equals(jobId) ? cause.eventId() : cause.eventId() + "/" + jobId,
                TYPE,
                jobId,
                cause.recordedAt(),
                cause.index(),
                access == null ? null : Granted.of(access),
                cause.metadata());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Granted(
            String jobId,
            String fleetId,
            String partnerId,
            String technicianId,
            String vin,
            @Nullable String licensePlate,
            @Nullable String telematicsUnitId,
            Instant grantedAt) {
        static Granted of(VehicleAccesses.RunningJob job) {
            return new Granted(
                    job.jobId(),
                    job.fleetId(),
                    job.partnerId(),
                    job.technicianId(),
                    job.vin(),
                    job.licensePlate(),
                    job.telematicsUnitId(),
                    job.since());
        }
    }
}
