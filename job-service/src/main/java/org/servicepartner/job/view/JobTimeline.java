package org.servicepartner.job.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.job.view.TimelineEntry.Type;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** The stored events of a job in the words of a time line. What the provider did to a draft is none of the partner's business. */
final class JobTimeline {
    private static final String USER = "user:";

    private JobTimeline() {}

    /** @param people looks up what users are called */
    static List<TimelineEntry> of(List<Fact> facts, Function<Set<String>, Map<String, Person>> people) {
        return of(facts, fact -> true, people);
    }

    /** @param told which of the events */
    static List<TimelineEntry> of(
            List<Fact> facts, Predicate<Fact> told, Function<Set<String>, Map<String, Person>> people) {
        List<Moment> moments = new ArrayList<>();
        for (Fact fact : facts) {
            Moment moment = moment(fact);
            if (moment != null && (moment.type == Type.ASSIGNED || !moments.isEmpty())) {
                moments.add(moment);
            }
        }
        moments.removeIf(moment -> !told.test(moment.fact));
        Set<String> userIds = new TreeSet<>();
        moments.forEach(moment -> {
            if (moment.userId != null) {
                userIds.add(moment.userId);
            }
        });
        Map<String, Person> known = people.apply(userIds);
        return moments.stream().map(moment -> entry(moment, known)).toList();
    }

    private static TimelineEntry entry(Moment moment, Map<String, Person> people) {
        JobEvent event = moment.fact.event;
        Instant receivedAt = moment.fact.recordedAt;
        Actor by = moment.userId == null ? moment.program : people.get(moment.userId);
        return switch (event) {
            case JobEvent.ChangeRefused refused ->
                TimelineEntry.of(moment.type, event, receivedAt, by, refused.reason(), null);
            case JobEvent.Released released ->
                TimelineEntry.of(moment.type, event, receivedAt, by, released.reason(), null);
            case JobEvent.Failed failed ->
                TimelineEntry.of(moment.type, event, receivedAt, by, failed.reason(), failed.comment());
            case JobEvent.Configured configured ->
                new TimelineEntry(
                        moment.type,
                        event.happenedAt(),
                        receivedAt,
                        by,
                        null,
                        configured.message(),
                        configured.outcome(),
                        null);
            case JobEvent.Tested tested ->
                new TimelineEntry(
                        moment.type,
                        event.happenedAt(),
                        receivedAt,
                        by,
                        null,
                        null,
                        tested.passed() ? VehicleChecks.PASSED : VehicleChecks.FAILED,
                        tested.checks());
            default -> TimelineEntry.of(moment.type, event, receivedAt, by, null, null);
        };
    }

    private static @Nullable Moment moment(Fact fact) {
        return switch (fact.event) {
            case JobEvent.Created created ->
                created.partnerId() == null ? null : fact.of(Type.ASSIGNED, Program.FLEETCONTROL);
            case JobEvent.Assigned assigned -> fact.of(Type.ASSIGNED, Program.FLEETCONTROL);
            case JobEvent.Changed changed -> null;
            case JobEvent.Deleted deleted -> null;
            case JobEvent.ChangeRefused refused -> fact.of(Type.CHANGE_REFUSED, Program.FLEETCONTROL);
            case JobEvent.Accepted accepted -> fact.by(Type.ACCEPTED, accepted.byTechnician());
            case JobEvent.Released released -> fact.by(Type.RELEASED, released.byTechnician());
            case JobEvent.Started started -> fact.by(Type.STARTED, started.byTechnician());
            case JobEvent.Configured configured -> fact.by(Type.CONFIGURED, configured.byTechnician());
            case JobEvent.Tested tested -> fact.by(Type.TESTED, tested.byTechnician());
            case JobEvent.Succeeded succeeded -> fact.by(Type.SUCCEEDED, succeeded.byTechnician());
            case JobEvent.Failed failed -> fact.by(Type.FAILED, whoFailed(failed, fact.actor));
        };
    }

    /** A job that fails with its connection fails by rule, whoever began the story that led to it. */
    private static @Nullable String whoFailed(JobEvent.Failed failed, @Nullable String actor) {
        boolean byRule = failed.reason().equals("CONNECTION_DELETED");
        return byRule || actor == null || !actor.startsWith(USER) ? null : actor.substring(USER.length());
    }

    /** An event of the job, when it was recorded, its version, and who acted then. */
    record Fact(
            JobEvent event,
            Instant recordedAt,
            long sequence,
            @Nullable String actor) {
        static Fact of(RecordedEvent recorded) {
            return new Fact(
                    (JobEvent) recorded.payload(),
                    recorded.recordedAt(),
                    recorded.sequence(),
                    recorded.metadata().get(EventMetadata.ACTOR));
        }

        private Moment of(Type type, Program program) {
            return new Moment(type, this, program, null);
        }

        private Moment by(Type type, @Nullable String userId) {
            return new Moment(type, this, Program.SYSTEM, userId);
        }
    }

    private record Moment(
            Type type, Fact fact, Program program, @Nullable String userId) {}
}
