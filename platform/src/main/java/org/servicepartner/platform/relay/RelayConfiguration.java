package org.servicepartner.platform.relay;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.EventStoreSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
class RelayConfiguration {
    @Bean
    Relays relays(
            EventLog log,
            TokenStore tokens,
            PlatformTransactionManager transactionManager,
            RelaySettings settings,
            EventStoreSettings eventStore,
            MeterRegistry meters) {
        return new Relays(log, tokens, transactionManager, settings.batchSize(), eventStore.claimTimeout(), meters);
    }
}
