package org.servicepartner.platform.personaldata;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonalDataSettings.class)
class PersonalDataConfiguration {
    @Bean
    PersonalDataKeys personalDataKeys(JdbcClient jdbc, PersonalDataSettings settings) {
        return new PersonalDataKeys(jdbc, new MasterKeys(settings.masterKey()));
    }

    @Bean
    MasterKeyRotation masterKeyRotation(PersonalDataKeys keys) {
        return new MasterKeyRotation(keys);
    }
}
