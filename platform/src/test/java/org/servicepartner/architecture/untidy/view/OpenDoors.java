package org.servicepartner.architecture.untidy.view;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.servicepartner.architecture.untidy.policy.Bell;

@Configuration
public class OpenDoors {
    public int count() {
        return 0;
    }

    @Bean
    Bell bell() {
        return new Bell();
    }
}
