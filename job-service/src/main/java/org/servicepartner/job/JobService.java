package org.servicepartner.job;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class JobService {
    public static void main(String[] args) {
        SpringApplication.run(JobService.class, args);
    }
}
