package org.servicepartner.platform.time;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    @Bean
    JacksonModule rfc3339() {
        return Rfc3339.module();
    }
}
