package org.servicepartner.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.acceptance.Aftermath.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bad night: the main job is done under load while everything dies in turn; afterwards every promise is checked from outside.
 * {@code deploy/acceptance/faults --minutes 30 --seed 42} makes it a long one, with faults by chance.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(PlatformExtension.class)
class FaultsIT {
    private static final long MINUTES = Long.getLong("faults.minutes", 0);
    private static final long SEED = Long.getLong("faults.seed", 1);
    private static final Path REPORT = Path.of("target/faults.md");
    private static final Duration UNTIL_ALL_IS_QUIET = Duration.ofMinutes(2);

    private final Platform platform;

    FaultsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void whatever_dies_every_input_has_its_one_effect_and_nobody_sees_what_is_hidden() throws Exception {
        Random random = new Random(SEED);
        Aftermath.Before before = Aftermath.before(platform);
        try (VisibilityWatch watch = new VisibilityWatch(platform.tom(), platform.ben());
                StreamFollower toms = new StreamFollower(platform.tom());
                StreamFollower bens = new StreamFollower(platform.ben());
                FleetStories stories = new FleetStories(platform, SEED)) {
            BadNight night = new BadNight(platform, stories, random);
            stories.awaitProgress();
            for (Fault fault : Fault.values()) {
                night.strike(fault);
            }
            Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
            while (MINUTES > 0 && Instant.now().isBefore(end)) {
                night.strike(Fault.values()[random.nextInt(Fault.values().length)]);
            }

            List<StreamFollower> phones = List.of(toms, bens);
            Aftermath aftermath = new Aftermath(platform, before, stories.finish(), night, watch::samples, phones);
            awaitQuiet(aftermath);

            List<Finding> findings = aftermath.findings();
            report(night, findings, stories.inputs());
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.violations())
                            .as(finding.promise())
                            .isEmpty());

            List<VisibilityWatch.Sample> forged = forge(stories.finish(), night);
            assertThat(new Aftermath(platform, before, stories.finish(), night, () -> forged, phones).findings())
                    .as("what would be found if it were there")
                    .filteredOn(finding -> finding.violations().isEmpty())
                    .extracting(Finding::promise)
                    .containsExactly(Aftermath.NOTHING_WAITS_FOR_A_POLICY);
        }
    }

    /** Makes the model claim what never happened, and lists that nobody was shown: one too early, one too late. */
    private static List<VisibilityWatch.Sample> forge(List<FleetStory> stories, BadNight night) {
        FleetStory visible = stories.stream()
                .filter(story -> !story.visibleJobs().isEmpty())
                .findFirst()
                .orElseThrow();
        FleetStory hidden = stories.stream()
                .filter(story -> story.deletions() > 0 && story.visibleJobs().isEmpty())
                .findFirst()
                .orElseThrow();
        visible.claimWhatNeverHappened();
        night.broken().put(FleetControl.newId(), "job-service." + FleetControl.JOBS + ".dlt");
        return List.of(listOf(visible, Instant.EPOCH), listOf(hidden, Instant.now()));
    }

    private static VisibilityWatch.Sample listOf(FleetStory story, Instant at) {
        return new VisibilityWatch.Sample(
                story.partnerId(), at, at, 0, story.recorded().keySet());
    }

    /** What is still not as promised after that is told by the findings. */
    private static void awaitQuiet(Aftermath aftermath) {
        try {
            await().atMost(UNTIL_ALL_IS_QUIET)
                    .until(() -> aftermath.findings().stream()
                            .allMatch(finding -> finding.violations().isEmpty()));
        } catch (ConditionTimeoutException neverQuiet) {
            // Reported with the violations.
        }
    }

    private static void report(BadNight night, List<Finding> findings, int inputs) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# A bad night with seed %d, %d inputs taken".formatted(SEED, inputs));
        lines.add("");
        lines.add("| fault | at | over after | work went on after another |");
        lines.add("|---|---|---|---|");
        Instant begin = night.struck().getFirst().begin();
        night.struck()
                .forEach(struck -> lines.add("| %s | %s | %s | %s |"
                        .formatted(
                                struck.fault(),
                                seconds(begin, struck.begin()),
                                seconds(struck.begin(), struck.over()),
                                seconds(struck.over(), struck.wentOn()))));
        lines.add("");
        lines.add("| promise | looked at | outcome |");
        lines.add("|---|---|---|");
        findings.forEach(finding -> lines.add("| %s | %s | %s |"
                .formatted(
                        finding.promise(),
                        finding.lookedAt(),
                        finding.violations().isEmpty()
                                ? "kept"
                                : "BROKEN: "
                                        + finding.violations().stream().limit(5).toList())));
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, lines);
        lines.forEach(System.out::println);
    }

    private static String seconds(Instant from, Instant to) {
        return "%.1f s".formatted(Duration.between(from, to).toMillis() / 1000.0);
    }
}
