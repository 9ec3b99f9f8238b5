package org.servicepartner.acceptance;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.local.App;
import org.servicepartner.observability.Project;
import org.servicepartner.observability.Query;
import org.servicepartner.observability.Selector;
import org.servicepartner.platform.testing.Scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What alert rules, dashboards and the runbook ask for is really there. */
@ExtendWith(PlatformExtension.class)
class TelemetryIT {
    private static final Project PROJECT =
            new Project(Path.of("../..").toAbsolutePath().normalize());

    /** Told by Prometheus itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    /** Told by PostgreSQL's operator and its plugin for back-ups, which are in Kubernetes only. */
    private static final Set<String> OF_CLOUDNATIVE_PG = Set.of(
            "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
            "barman_cloud_cloudnative_pg_io_last_failed_backup_timestamp",
            "cnpg_collector_pg_wal_archive_status",
            "cnpg_collector_up",
            "cnpg_pg_stat_archiver_archived_count");

    /** Series that there are only in trouble of a kind that this test does not make; the metric and its labels are there. */
    private static final List<String> ONLY_IN_TROUBLE = List.of(
            "servicepartner_deliveries_total{outcome=\"failed\"}",
            "servicepartner_problems_total{job=\"gateway\", type=\"sign-in-unavailable\"}",
            "servicepartner_problems_total{type=~\"sign-in-unavailable|temporarily-unavailable\"}");

    private final Platform platform;
    private final FleetControl fleetControl;
    private final Person alice;
    private final Person tom;

    TelemetryIT(Platform platform) {
        this.platform = platform;
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
        this.tom = platform.tom();
    }

    @Test
    void everything_that_is_asked_for_is_told_by_a_running_service() {
        String job = FleetControl.newId();
        String fleet = FleetControl.newFleet();
        connect(fleet);
        try (LiveStream stream = tom.stream()) {
            fleetControl.createJob(job, fleet, alice.partnerId());
            stream.await("job", job);
            makeTrouble(job, fleet);

            await().untilAsserted(() -> assertThat(missing(PROJECT.queries())).isEmpty());
            assertThat(told().stream()
                            .map(Scrape.Series::metric)
                            .filter(metric -> metric.startsWith("servicepartner_"))
                            .map(metric -> metric.replaceFirst("_seconds_(bucket|sum|count|max)$", "_seconds"))
                            .distinct())
                    .as("the list of metrics in the README is complete")
                    .containsExactlyInAnyOrderElementsOf(PROJECT.listedMetrics());
        }
    }

    @Test
    void what_nobody_tells_is_found() {
        assertThat(missing(List.of(
                        new Query("here", "rate(servicepartner_inbound_message_total[5m])"),
                        new Query("there", "up{job=\"gateway\"} and servicepartner_relay_position{relay=\"jobs-v2\"}"),
                        new Query("nowhere", "sum(slo:good:total) / sum(slo:events:total)"))))
                .containsExactly(
                        "here: servicepartner_inbound_message_total",
                        "there: servicepartner_relay_position{relay=\"jobs-v2\"}",
                        "nowhere: slo:good:total");
    }

    private void connect(String fleet) {
        String connection = FleetControl.newId();
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        assertThat(alice.accept(connection).status()).isEqualTo(200);
        fleetControl.hearsOfConnection("accepted", connection);
    }

    /** A dead letter, a refused message, a refused request, and one that asks for a letter. */
    private void makeTrouble(String job, String fleet) {
        fleetControl.publish(
                FleetControl.JOBS, job, FleetControl.headers(FleetControl.newId(), FleetControl.JOB_CREATED), "{");
        fleetControl.createJob(job, "another-" + fleet, alice.partnerId());
        assertThat(tom.start(job).status()).isEqualTo(409);
        fleetControl.requestConnection(
                FleetControl.newId(),
                FleetControl.newFleet(),
                "newcomer-" + FleetControl.newId() + "@telemetry.example");
        anonymous("/api/partner/v1/me");
    }

    private void anonymous(String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        platform.stack().url(App.GATEWAY).resolve(path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<String> missing(List<Query> queries) {
        List<Scrape.Series> series = told();
        Set<String> recorded = PROJECT.recorded();
        List<String> missing = new ArrayList<>();
        for (Query query : queries) {
            query.selectors().stream()
                    .filter(selector -> !OF_PROMETHEUS.contains(selector.metric()))
                    .filter(selector -> !OF_CLOUDNATIVE_PG.contains(selector.metric()))
                    .filter(selector -> !recorded.contains(selector.metric()))
                    .filter(selector -> series.stream().noneMatch(each -> isAskedFor(each, selector)))
                    .forEach(selector -> missing.add(query.place() + ": " + selector.text()));
        }
        return missing;
    }

    private static boolean isAskedFor(Scrape.Series series, Selector selector) {
        return ONLY_IN_TROUBLE.contains(selector.text())
                ? series.metric().equals(selector.metric())
                        && series.labels().keySet().containsAll(selector.labels())
                : selector.picks(series.metric(), series.labels());
    }

    /** With the labels that Prometheus adds. */
    private List<Scrape.Series> told() {
        List<Scrape.Series> told = new ArrayList<>();
        for (App app : App.values()) {
            for (Scrape.Series series : Scrape.of(platform.stack().url(app)).series()) {
                Map<String, String> labels = new TreeMap<>(series.labels());
                labels.put("job", app.module());
                labels.put("instance", platform.stack().url(app).getAuthority());
                told.add(new Scrape.Series(series.metric(), labels, series.value()));
            }
        }
        return told;
    }
}
