package org.servicepartner.platform.personaldata;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonalDataSettings.class)
class PersonalDataConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataConfiguration.class);

    @Bean
    PersonalDataKeys personalDataKeys(JdbcClient jdbc, PersonalDataSettings settings) {
        return new PersonalDataKeys(jdbc, new MasterKeys(settings.masterKey()));
    }

    @Bean
    SmartInitializingSingleton rewrapPersonalDataKeys(PersonalDataKeys keys) {
        return () -> {
            int rewrapped = keys.rewrap();
            if (rewrapped > 0) {
                LOG.info("{} keys of people are wrapped by another master key now", rewrapped);
            }
        };
    }
}
