package org.servicepartner.platform.operations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.messaging.ConsumerPositions;
import org.servicepartner.platform.messaging.DeadLetterReplay;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.TopicReader;
import org.servicepartner.platform.relay.Relay;

@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {
    @Bean
    Restoration restoration(
            EventLog log,
            ConsumerPositions positions,
            TopicReader topics,
            MessagePublisher publisher,
            ObjectProvider<Relay> relays) {
        return new Restoration(
                log, positions, topics, publisher, relays.orderedStream().toList());
    }

    @Bean
    OperatorCommand operatorCommand(
            ApplicationContext context,
            Projections projections,
            DeadLetterReplay deadLetters,
            Restoration restoration,
            ObjectProvider<OperatorTask> tasks) {
        return new OperatorCommand(
                context,
                projections,
                deadLetters,
                restoration,
                tasks.orderedStream().toList(),
                System.out);
    }
}
