package org.servicepartner.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How often per second a technician's list can be asked for, and how often its SQL alone can be run, in turns. Meanwhile the partner
 * gets new jobs, so that no answer is the right one for long.
 */
final class Listing {
    private static final int AT_ONCE = 4;
    private static final int PAGE = 50;
    static final int JOBS_PER_SECOND = 20;

    /** Bytes; a job has at least its ids, its fleet and its vehicle. */
    private static final int SMALLEST_PAGE = PAGE * 200;

    private static final String FLEET = "listing";

    /** Reads all that a page of the list shows, and one job more, which tells whether there is a next page. */
    private static final String PAGE_OF_JOBS = """
            select j.*, c.connection_id, c.fleet_name, c.provider_name, c.override_allowed, c.visible_since
            from (select distinct on (partner_id, fleet_id) partner_id, fleet_id, connection_id, fleet_name, provider_name, override_allowed,
                      changed_index as visible_since
                  from connection_view where state = 'ACCEPTED' and partner_id = ? order by partner_id, fleet_id, changed_index desc) c
            cross join lateral (
                select * from job_view where partner_id = ? and fleet_id = c.fleet_id and position < ? order by position desc limit ?) j
            order by j.position desc limit ?
            """;

    private final Testbed testbed;
    private final Scale scale;
    private final Consumer<String> progress;
    private Technician technician;
    private int number;

    Listing(Testbed testbed, Scale scale, Consumer<String> progress) {
        this.testbed = testbed;
        this.scale = scale;
        this.progress = progress;
    }

    /** Pages per second. */
    record Round(double sql, double http) {
        double ratio() {
            return http / sql;
        }
    }

    List<Round> measure() {
        technician = testbed.technicians(1).getFirst();
        testbed.send(List.of(Messages.accepted(UUID.randomUUID().toString(), FLEET, technician.partnerId())));
        long before = testbed.feed().count();
        testbed.send(IntStream.range(0, scale.listedJobs())
                .mapToObj(number -> newJob())
                .toList());
        testbed.feed().awaitCount(before + scale.listedJobs());
        SmartControl app = testbed.smartControl(technician);
        progress.accept(
                "listing: warming up for %d s".formatted(scale.warmUpTime().toSeconds()));
        perSecond(scale.listingTime(), end -> pagesBySql(technician.partnerId(), end));
        perSecond(scale.warmUpTime(), end -> pagesByHttp(app, end));
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= scale.latencyRounds(); i++) {
            Round round = new Round(
                    perSecond(scale.listingTime(), end -> pagesBySql(technician.partnerId(), end)),
                    perSecond(scale.listingTime(), end -> pagesByHttp(app, end)));
            progress.accept("listing, round %d: SQL %,.0f pages/s, HTTP %,.0f pages/s, ratio %.2f"
                    .formatted(i, round.sql, round.http, round.ratio()));
            rounds.add(round);
        }
        return rounds;
    }

    private ProducerRecord<String, byte[]> newJob() {
        return Messages.job(Messages.JOBS, UUID.randomUUID().toString(), FLEET, technician.partnerId(), number++);
    }

    /** Several at once, each as often as it can. */
    private double perSecond(Duration time, LongUnaryOperator pagesUntil) {
        long end = System.nanoTime() + time.toNanos();
        CompletableFuture<Void> changes =
                CompletableFuture.runAsync(() -> sendJobsUntil(end), Thread.ofPlatform()::start);
        List<CompletableFuture<Long>> clients = IntStream.range(0, AT_ONCE)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> pagesUntil.applyAsLong(end), Thread.ofPlatform()::start))
                .toList();
        long pages = clients.stream().mapToLong(CompletableFuture::join).sum();
        changes.join();
        return pages / (double) time.toSeconds();
    }

    private void sendJobsUntil(long end) {
        long pause = Duration.ofSeconds(1).toNanos() / JOBS_PER_SECOND;
        for (long next = System.nanoTime(); next < end; next += pause) {
            testbed.send(List.of(newJob()));
            LockSupport.parkNanos(next + pause - System.nanoTime());
        }
    }

    private static long pagesByHttp(SmartControl app, long end) {
        return countUntil(end, () -> {
            if (app.page().length < SMALLEST_PAGE) {
                throw new BenchmarkException("The list of jobs is shorter than it must be.");
            }
        });
    }

    private long pagesBySql(UUID partnerId, long end) {
        try (Connection connection = testbed.database();
                PreparedStatement page = connection.prepareStatement(PAGE_OF_JOBS)) {
            page.setString(1, partnerId.toString());
            page.setString(2, partnerId.toString());
            page.setLong(3, Long.MAX_VALUE);
            page.setInt(4, PAGE + 1);
            page.setInt(5, PAGE + 1);
            return countUntil(end, () -> read(page));
        } catch (SQLException e) {
            throw new BenchmarkException("PostgreSQL refuses the query of the list.", e);
        }
    }

    private static void read(PreparedStatement page) {
        try (ResultSet rows = page.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            int read = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                read++;
            }
            if (read != PAGE + 1) {
                throw new BenchmarkException("The query of the list found " + read + " jobs.");
            }
        } catch (SQLException e) {
            throw new BenchmarkException("PostgreSQL refuses the query of the list.", e);
        }
    }

    private static long countUntil(long end, Runnable page) {
        long pages = 0;
        while (System.nanoTime() < end) {
            page.run();
            pages++;
        }
        return pages;
    }
}
