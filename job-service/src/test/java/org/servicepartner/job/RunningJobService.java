package org.servicepartner.job;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.servicepartner.platform.testing.Servers;

/** The whole service on real PostgreSQL, Kafka and Keycloak: one for all test classes, since all would hear with one voice. */
@SpringBootTest(classes = JobService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningJobService {
    @LocalServerPort
    int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, "job");
    }
}
