package org.servicepartner.architecture.tidy.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    @Bean
    String bell() {
        return "ding";
    }
}
