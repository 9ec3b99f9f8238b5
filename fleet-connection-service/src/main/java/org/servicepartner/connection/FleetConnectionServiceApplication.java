package org.servicepartner.connection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The fleet-connection service. */
@SpringBootApplication
public class FleetConnectionServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(FleetConnectionServiceApplication.class, args);
    }
}
