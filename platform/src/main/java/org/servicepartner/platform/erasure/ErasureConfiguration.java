package org.servicepartner.platform.erasure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {
    @Bean
    ErasureInbox erasureInbox(
            InboundProcessor processor, PersonalDataKeys keys, MessagePublisher publisher, MessagingSettings settings) {
        return new ErasureInbox(processor, keys, publisher, settings);
    }
}
