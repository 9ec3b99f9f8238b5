package org.servicepartner.job.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.TechnicianEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking into the past against a model that asks the rule, and nothing but the rule, after every event. */
class PastProperties {
    private static final String JOB = "job";
    private static final JobDetails DETAILS = vin(0);
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    enum What {
        CREATE_DRAFT,
        CREATE,
        ASSIGN,
        ACCEPT_JOB,
        RELEASE,
        START_JOB,
        SUCCEED,
        FAIL,
        ACCEPT_CONNECTION,
        END_CONNECTION,
        ENABLE,
        DISABLE
    }

    /** @param clock of the replica that records it, in seconds beside the others' */
    record Step(What what, int technician, int connection, int clock) {}

    /** The rule in sets; an event that the domain would not have recorded is not told to the history either. */
    private static final class Model {
        private String partner;
        private boolean created;
        private String state = "";
        private String holder;
        private String under;
        private String vin = DETAILS.vin();
        private final Set<String> accepted = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        /** Who is a technician of which partner. */
        private final Map<String, String> active = new TreeMap<>();

        Set<String> seenBy() {
            boolean connected = accepted.stream()
                    .anyMatch(c -> !ended.contains(c)
                            && fleetOf(c).equals("fleet-0")
                            && partnerOf(c).equals(partner));
            return connected
                    ? active.keySet().stream()
                            .filter(technician -> active.get(technician).equals(partner))
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        String reachedBy() {
            return state.equals("RUNNING")
                            && accepted.contains(under)
                            && !ended.contains(under)
                            && partner.equals(active.get(holder))
                    ? holder + " reaches " + vin
                    : null;
        }

        boolean isOpen() {
            return state.equals("ASSIGNED");
        }
    }

    @Property(tries = 2_000)
    void everyMomentIsAsItWas(@ForAll("histories") List<Step> steps) {
        Model model = new Model();
        List<Past.Fact> facts = new ArrayList<>();
        List<Set<String>> seen = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        for (Step step : steps) {
            Object event = eventOf(step, model, START.plusSeconds(facts.size()));
            if (event != null) {
                Instant recorded = START.plusSeconds(facts.size() + step.clock);
                facts.add(new Past.Fact("event-" + facts.size(), "type", recorded, event));
                seen.add(Set.copyOf(model.seenBy()));
                reached.add(model.reachedBy());
            }
        }
        for (int second = -3; second < facts.size() + 3; second++) {
            Instant moment = START.plusSeconds(second);
            Past past = Past.at(moment, facts);
            int last = lastUntil(moment, facts);
            assertThat(Set.copyOf(past.seenBy())).isEqualTo(last < 0 ? Set.of() : seen.get(last));
            JobVisibility.Access access = past.access();
            assertThat(access == null ? null : access.technicianId() + " reaches " + access.vin())
                    .isEqualTo(last < 0 ? null : reached.get(last));
            assertThat(past.because())
                    .isNotEmpty()
                    .allMatch(because -> !because.sentence().isBlank());
        }
    }

    /** Place of the last event that a clock had recorded by the moment; -1 if there is none. */
    private static int lastUntil(Instant moment, List<Past.Fact> facts) {
        return IntStream.range(0, facts.size())
                .filter(place -> !facts.get(place).at().isAfter(moment))
                .max()
                .orElse(-1);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(-2, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** The event, with its effect on the model; null if it cannot happen now. */
    private static Object eventOf(Step step, Model model, Instant at) {
        String technician = "technician-" + step.technician;
        String connection = "connection-" + step.connection;
        String partner = "partner-" + step.connection % 2;
        switch (step.what) {
            case CREATE_DRAFT, CREATE -> {
                if (model.created) {
                    return null;
                }
                model.created = true;
                model.partner = step.what == What.CREATE ? partner : null;
                model.state = step.what == What.CREATE ? "ASSIGNED" : "PENDING";
                return new JobEvent.Created(JOB, "fleet-0", model.partner, DETAILS, at);
            }
            case ASSIGN -> {
                if (!model.state.equals("PENDING")) {
                    return null;
                }
                model.partner = partner;
                model.state = "ASSIGNED";
                return new JobEvent.Assigned(JOB, "fleet-0", partner, at);
            }
            case ACCEPT_JOB -> {
                if (!model.isOpen() || model.holder != null) {
                    return null;
                }
                model.holder = technician;
                model.under = connection;
                return new JobEvent.Accepted(JOB, "fleet-0", model.partner, technician, connection, at, at);
            }
            case RELEASE -> {
                if (model.holder == null || model.state.equals("SUCCEEDED") || model.state.equals("FAILED")) {
                    return null;
                }
                String holder = model.holder;
                model.holder = null;
                model.state = "ASSIGNED";
                return new JobEvent.Released(JOB, "fleet-0", model.partner, holder, "TECHNICIAN", at, at);
            }
            case START_JOB -> {
                if (!model.isOpen() || model.holder == null) {
                    return null;
                }
                model.state = "RUNNING";
                model.under = connection;
                boolean another = step.technician > 0;
                model.vin = another ? vin(step.technician).vin() : model.vin;
                return new JobEvent.Started(
                        JOB,
                        "fleet-0",
                        model.partner,
                        model.holder,
                        connection,
                        at,
                        another ? vin(step.technician) : JobDetails.NOTHING,
                        at);
            }
            case SUCCEED -> {
                if (!model.state.equals("RUNNING")) {
                    return null;
                }
                model.state = "SUCCEEDED";
                return new JobEvent.Succeeded(JOB, "fleet-0", model.partner, model.holder, DETAILS, at, at);
            }
            case FAIL -> {
                if (!model.state.equals("RUNNING")) {
                    return null;
                }
                model.state = "FAILED";
                return new JobEvent.Failed(JOB, "fleet-0", model.partner, "TECHNICIAN", "Why", at, model.holder, at);
            }
            case ACCEPT_CONNECTION -> {
                if (model.ended.contains(connection) || !model.accepted.add(connection)) {
                    return null;
                }
                return new ConnectionEvent.Accepted(connection, fleetOf(connection), partnerOf(connection), false, at);
            }
            case END_CONNECTION -> {
                if (!model.ended.add(connection)) {
                    return null;
                }
                return new ConnectionEvent.Ended(connection, fleetOf(connection), partnerOf(connection), "DELETED", at);
            }
            case ENABLE -> {
                model.active.put(technician, partner);
                return new TechnicianEvent.Enabled(technician, partner, 1, at);
            }
            case DISABLE -> {
                model.active.remove(technician);
                return new TechnicianEvent.Disabled(technician, partner, 1, at);
            }
            default -> throw new IllegalStateException();
        }
    }

    private static String fleetOf(String connection) {
        return connection.endsWith("5") ? "fleet-1" : "fleet-0";
    }

    private static String partnerOf(String connection) {
        return "partner-" + Integer.parseInt(connection.substring("connection-".length())) % 2;
    }

    private static JobDetails vin(int vehicle) {
        return new JobDetails("MAINTENANCE", "WVWZZZ1JZXW00000" + vehicle, null, null, null, null, null, null, null);
    }
}
