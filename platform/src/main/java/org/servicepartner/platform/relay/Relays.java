package org.servicepartner.platform.relay;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.platform.eventstore.EventLog;

/** Makes relays; declare each as a bean so that it starts and stops with the application. */
public final class Relays {
    private final EventLog log;
    private final TokenStore tokens;
    private final PlatformTransactionManager transactionManager;
    private final int batchSize;
    private final Duration claimTimeout;
    private final MeterRegistry meters;

    Relays(
            EventLog log,
            TokenStore tokens,
            PlatformTransactionManager transactionManager,
            int batchSize,
            Duration claimTimeout,
            MeterRegistry meters) {
        this.log = log;
        this.tokens = tokens;
        this.transactionManager = transactionManager;
        this.batchSize = batchSize;
        this.claimTimeout = claimTimeout;
        this.meters = meters;
    }

    /** A relay under a stable name: the name is the key of its position in the token table. */
    public Relay relay(String name, RelayHandler handler) {
        return new Relay(
                name,
                log,
                tokens,
                new TransactionTemplate(transactionManager),
                handler,
                batchSize,
                claimTimeout,
                meters);
    }
}
