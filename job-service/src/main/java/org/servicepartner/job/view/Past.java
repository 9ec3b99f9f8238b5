package org.servicepartner.job.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** One job at one moment of the past, folded from the events until then: who saw it, who could reach the vehicle, and why. */
final class Past {
    private final Map<String, Fact> acceptances = new HashMap<>();
    private final Map<String, Fact> ends = new HashMap<>();
    /** The last news of everybody who has ever been a technician. */
    private final Map<String, Fact> technicians = new TreeMap<>();

    private @Nullable String fleetId;
    private @Nullable String partnerId;
    private JobStatus status = JobStatus.PENDING;
    private @Nullable String technicianId;
    private @Nullable String heldUnder;
    private @Nullable String vin;
    private @Nullable Fact assigned;
    private @Nullable Fact lastStep;

    /** A stored event. */
    record Fact(String eventId, String type, Instant at, Object event) {
        static Fact of(RecordedEvent recorded) {
            return new Fact(recorded.eventId(), recorded.type(), recorded.recordedAt(), recorded.payload());
        }
    }

    /**
     * As it was at the moment: after everything that had been recorded until then, and what stands before that in the log. The
     * order is the log's, for the clocks of replicas are apart.
     *
     * @param facts as in {@link #of}
     */
    static Past at(Instant moment, List<Fact> facts) {
        int until = facts.size();
        while (until > 0 && facts.get(until - 1).at.isAfter(moment)) {
            until--;
        }
        return of(facts.subList(0, until));
    }

    /** @param facts of the job, of connections and of technicians, in the order of the log */
    static Past of(List<Fact> facts) {
        Past past = new Past();
        facts.forEach(past::add);
        return past;
    }

    private void add(Fact fact) {
        switch (fact.event) {
            case JobEvent event -> add(fact, event);
            case ConnectionEvent.Accepted event -> acceptances.put(event.connectionId(), fact);
            case ConnectionEvent.Ended event -> ends.put(event.connectionId(), fact);
            case TechnicianEvent.Enabled event -> technicians.put(event.userId(), fact);
            case TechnicianEvent.Disabled event -> technicians.replace(event.userId(), fact);
            default -> {}
        }
    }

    private void add(Fact fact, JobEvent job) {
        switch (job) {
            case JobEvent.Created event -> {
                fleetId = event.fleetId();
                vin = event.details().vin();
                assignedTo(event.partnerId(), fact);
            }
            case JobEvent.Changed event -> vin = event.details().vin();
            case JobEvent.Assigned event -> assignedTo(event.partnerId(), fact);
            case JobEvent.Deleted event -> status = JobStatus.DELETED;
            case JobEvent.ChangeRefused event -> {}
            case JobEvent.Accepted event -> held(event.technicianId(), event.connectionId(), JobStatus.ASSIGNED, fact);
            case JobEvent.Released event -> held(null, null, JobStatus.ASSIGNED, fact);
            case JobEvent.Started event -> {
                held(event.technicianId(), event.connectionId(), JobStatus.RUNNING, fact);
                vin = event.filledIn() != null && event.filledIn().vin() != null
                        ? event.filledIn().vin()
                        : vin;
            }
            case JobEvent.Configured event -> {}
            case JobEvent.Tested event -> {}
            case JobEvent.Succeeded event -> held(technicianId, heldUnder, JobStatus.SUCCEEDED, fact);
            case JobEvent.Failed event -> held(technicianId, heldUnder, JobStatus.FAILED, fact);
        }
    }

    private void assignedTo(@Nullable String partner, Fact fact) {
        partnerId = partner;
        status = partner == null ? JobStatus.PENDING : JobStatus.ASSIGNED;
        assigned = partner == null ? null : fact;
    }

    private void held(@Nullable String technician, @Nullable String connection, JobStatus then, Fact fact) {
        technicianId = technician;
        heldUnder = connection;
        status = then;
        lastStep = fact;
    }

    /** The users who saw the job. */
    List<String> seenBy() {
        return assigned != null && connection() != null
                ? technicians.keySet().stream().filter(this::isActive).toList()
                : List.of();
    }

    /** The technician who could reach the vehicle, and since when. */
    JobVisibility.@Nullable Access access() {
        boolean may = status == JobStatus.RUNNING
                && vin != null
                && isAccepted(heldUnder)
                && technicianId != null
                && isActive(technicianId);
        return may ? new JobVisibility.Access(technicianId, vin, lastStep.at()) : null;
    }

    private boolean isActive(String userId) {
        Fact last = technicians.get(userId);
        return last != null
                && last.event instanceof TechnicianEvent.Enabled enabled
                && enabled.partnerId().equals(partnerId);
    }

    private boolean isAccepted(@Nullable String connectionId) {
        return connectionId != null && acceptances.containsKey(connectionId) && !ends.containsKey(connectionId);
    }

    /** The acceptance under which the partner saw the fleet's jobs. */
    private @Nullable Fact connection() {
        return acceptances.values().stream()
                .filter(fact -> fact.event instanceof ConnectionEvent.Accepted accepted
                        && isOfTheJob(accepted)
                        && isAccepted(accepted.connectionId()))
                .findFirst()
                .orElse(null);
    }

    private boolean isOfTheJob(ConnectionEvent event) {
        return event.fleetId().equals(fleetId) && event.partnerId().equals(partnerId);
    }

    /** The facts that decide, in words. */
    List<JobVisibility.Because> because() {
        List<JobVisibility.Because> because = new ArrayList<>();
        because.add(
                assigned == null
                        ? JobVisibility.Because.nothing("The job had not been given to a partner.")
                        : JobVisibility.Because.of(assigned, "The job had been given to the partner."));
        if (assigned != null) {
            because.add(connectionInWords());
            technicians.values().stream()
                    .map(this::technicianInWords)
                    .filter(Objects::nonNull)
                    .forEach(because::add);
        }
        if (lastStep != null) {
            because.add(JobVisibility.Because.of(lastStep, stepInWords()));
        }
        return because;
    }

    private JobVisibility.Because connectionInWords() {
        Fact accepted = connection();
        if (accepted != null) {
            return JobVisibility.Because.of(accepted, "The partner's connection to the fleet was accepted.");
        }
        return ends.values().stream()
                .filter(fact -> isOfTheJob((ConnectionEvent) fact.event))
                .reduce((first, second) -> first.at.isAfter(second.at) ? first : second)
                .map(fact -> JobVisibility.Because.of(fact, "The partner's connection to the fleet had ended."))
                .orElseGet(
                        () -> JobVisibility.Because.nothing("The partner had not accepted a connection to the fleet."));
    }

    private JobVisibility.@Nullable Because technicianInWords(Fact fact) {
        TechnicianEvent event = (TechnicianEvent) fact.event;
        if (!event.partnerId().equals(partnerId)) {
            return null;
        }
        return JobVisibility.Because.of(
                fact,
                event instanceof TechnicianEvent.Enabled
                        ? "User " + event.userId() + " was an active technician of the partner."
                        : "User " + event.userId() + " was no technician of the partner any more.");
    }

    private String stepInWords() {
        return switch (status) {
            case RUNNING -> "The job was running: its technician may reach the vehicle while the connection lasts.";
            case SUCCEEDED, FAILED -> "The job had ended, and with it the access to the vehicle.";
            default ->
                technicianId == null
                        ? "The job had been released: nobody could reach the vehicle because of it."
                        : "A technician had accepted the job and not started it yet.";
        };
    }

    @Nullable
    String fleetId() {
        return fleetId;
    }

    @Nullable
    String partnerId() {
        return partnerId;
    }

    @Nullable
    String vin() {
        return vin;
    }

    JobStatus status() {
        return status;
    }
}
