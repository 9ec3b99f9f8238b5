package org.servicepartner.gateway.sessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionConfiguration {

    @Bean
    ConversionService springSessionConversionService(Seal seal) {
        GenericConversionService sealing = new GenericConversionService();
        sealing.addConverter(Object.class, byte[].class, seal::seal);
        sealing.addConverter(byte[].class, Object.class, seal::open);
        return sealing;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> onPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** A replica that cannot open a session, having other keys, must not take from it what a log-out finds it by. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> foundByIdentitySession(Sessions sessions) {
        return repository -> {
            repository.setIndexResolver(sessions);
            repository.setUpdateSessionQuery("""
                update %TABLE_NAME% set session_id = ?, last_access_time = ?, max_inactive_interval = ?, expiry_time = ?,
                    principal_name = coalesce(?, principal_name)
                where primary_id = ?\
                """);
        };
    }
}
