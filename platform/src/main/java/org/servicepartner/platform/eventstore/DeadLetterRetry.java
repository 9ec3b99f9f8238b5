package org.servicepartner.platform.eventstore;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets policies try again what they could not handle: each time until one fails; the next time begins with another one. */
class DeadLetterRetry {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetry.class);

    private final EventProcessingConfiguration processing;

    DeadLetterRetry(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    @Scheduled(
            initialDelayString = "${servicepartner.event-store.retry-dead-letters:PT30S}",
            fixedDelayString = "${servicepartner.event-store.retry-dead-letters:PT30S}")
    void retry() {
        for (String processor : processing.eventProcessors().keySet()) {
            processing.sequencedDeadLetterProcessor(processor).ifPresent(letters -> retry(processor, letters));
        }
    }

    private static void retry(String processor, SequencedDeadLetterProcessor<?> letters) {
        try {
            while (letters.processAny()) {
                LOG.info("{} has handled a sequence of events that it could not handle before", processor);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} cannot try again what it could not handle: {}", processor, e.toString());
        }
    }
}
