package org.servicepartner.partner;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class PartnerServiceApplication {
    static void main(String[] arguments) {
        SpringApplication.run(PartnerServiceApplication.class, arguments);
    }
}
