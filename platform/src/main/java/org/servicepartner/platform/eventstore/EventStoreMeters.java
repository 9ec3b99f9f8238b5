package org.servicepartner.platform.eventstore;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Measures what only the database knows, so that it is told even when no replica does the work; the same at every replica. Some
 * times a minute and not with every scrape, which must be answered while the database is away. Then nothing is told of it.
 */
final class EventStoreMeters {
    private static final Logger LOG = LoggerFactory.getLogger(EventStoreMeters.class);

    private static final String STORE = "select " + EventLog.HEAD + ", pg_total_relation_size('domain_event')";

    /** How old the first event is that a processor has not passed; one without a token has passed none. */
    private static final String PROCESSORS = """
            select t.processor_name,
                   greatest(extract(epoch from clock_timestamp() - min(e.recorded_at)), 0),
                   (select count(*) from dead_letter_entry d where d.processing_group = t.processor_name)
            from token_entry t
            left join lateral (
                select recorded_at from domain_event
                where global_index > coalesce((convert_from(t.token, 'UTF8')::json ->> 'globalIndex')::bigint, 0)
                order by global_index limit 1) e on true
            group by t.processor_name
            """;

    private static final Store UNKNOWN = new Store(Double.NaN, Double.NaN);

    private final JdbcClient jdbc;
    private final MultiGauge lag;
    private final MultiGauge deadLetters;
    private volatile Store store = UNKNOWN;

    EventStoreMeters(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("servicepartner.event.store.events", this, it -> it.store.events)
                .description("Index of the newest event")
                .register(meters);
        Gauge.builder("servicepartner.event.store.size", this, it -> it.store.bytes)
                .description("Disk that the events and their indexes take")
                .baseUnit("bytes")
                .register(meters);
        this.lag = MultiGauge.builder("servicepartner.processor.lag")
                .description("Age of the oldest event that a relay or policy has not handled, 0 if there is none")
                .baseUnit("seconds")
                .register(meters);
        this.deadLetters = MultiGauge.builder("servicepartner.processor.dead.letters")
                .description("Events that a policy could not handle and tries again")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${servicepartner.event-store.measure-interval:PT10S}")
    void measure() {
        try {
            store = jdbc.sql(STORE)
                    .query((row, number) -> new Store(row.getDouble(1), row.getDouble(2)))
                    .single();
            show(jdbc.sql(PROCESSORS)
                    .query((row, number) -> new Processor(row.getString(1), row.getDouble(2), row.getDouble(3)))
                    .list());
        } catch (DataAccessException | TransactionException e) {
            LOG.info("The event store cannot be measured: {}", e.toString());
            store = UNKNOWN;
            show(List.of());
        }
    }

    private void show(List<Processor> processors) {
        lag.register(rows(processors, Processor::lag), true);
        deadLetters.register(rows(processors, Processor::deadLetters), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<Processor> processors, ToDoubleFunction<Processor> value) {
        return processors.stream()
                .<MultiGauge.Row<?>>map(
                        each -> MultiGauge.Row.of(Tags.of("processor", each.name), value.applyAsDouble(each)))
                .toList();
    }

    private record Store(double events, double bytes) {}

    private record Processor(String name, double lag, double deadLetters) {}
}
