package org.servicepartner.job.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.view.TimelineEntry.Type;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** The stored events of a job in the words of a time line. What the provider did to a draft is none of the partner's business. */
final class JobTimeline {
    private static final String USER = "user:";

    private JobTimeline() {}

    /** @param people looks up what users are called */
    static List<TimelineEntry> of(List<Fact> facts, Function<Set<String>, Map<String, Person>> people) {
        List<Moment> moments = new ArrayList<>();
        for (Fact fact : facts) {
            Moment moment = moment(fact.event, fact.actor);
            if (moment != null && (moment.type == Type.ASSIGNED || !moments.isEmpty())) {
                moments.add(moment);
            }
        }
        Set<String> userIds = new TreeSet<>();
        moments.forEach(moment -> {
            if (moment.userId != null) {
                userIds.add(moment.userId);
            }
        });
        Map<String, Person> known = people.apply(userIds);
        return moments.stream()
                .map(moment -> new TimelineEntry(
                        moment.type,
                        moment.event.at(),
                        moment.userId == null ? moment.program : known.get(moment.userId),
                        moment.reason,
                        moment.comment))
                .toList();
    }

    private static @Nullable Moment moment(JobEvent event, @Nullable String actor) {
        return switch (event) {
            case JobEvent.Created created ->
                created.partnerId() == null ? null : Moment.of(Type.ASSIGNED, created, Program.FLEETCONTROL);
            case JobEvent.Assigned assigned -> Moment.of(Type.ASSIGNED, assigned, Program.FLEETCONTROL);
            case JobEvent.Changed changed -> null;
            case JobEvent.Deleted deleted -> null;
            case JobEvent.ChangeRefused refused ->
                new Moment(Type.CHANGE_REFUSED, refused, Program.FLEETCONTROL, null, refused.reason(), null);
            case JobEvent.Started started ->
                new Moment(Type.STARTED, started, Program.SYSTEM, started.technicianId(), null, null);
            case JobEvent.Failed failed ->
                new Moment(
                        Type.FAILED,
                        failed,
                        Program.SYSTEM,
                        whoFailed(failed, actor),
                        failed.reason(),
                        failed.comment());
        };
    }

    /** A job that fails with its connection fails by rule, whoever began the story that led to it. */
    private static @Nullable String whoFailed(JobEvent.Failed failed, @Nullable String actor) {
        boolean byRule = failed.reason().equals("CONNECTION_DELETED");
        return byRule || actor == null || !actor.startsWith(USER) ? null : actor.substring(USER.length());
    }

    /** An event of the job, and who acted when it was recorded. */
    record Fact(JobEvent event, @Nullable String actor) {
        static Fact of(RecordedEvent recorded) {
            return new Fact((JobEvent) recorded.payload(), recorded.metadata().get(EventMetadata.ACTOR));
        }
    }

    private record Moment(
            Type type,
            JobEvent event,
            Program program,
            @Nullable String userId,
            @Nullable String reason,
            @Nullable String comment) {
        static Moment of(Type type, JobEvent event, Program program) {
            return new Moment(type, event, program, null, null, null);
        }
    }
}
