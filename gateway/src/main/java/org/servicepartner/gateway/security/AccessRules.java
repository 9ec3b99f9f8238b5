package org.servicepartner.gateway.security;

import jakarta.servlet.DispatcherType;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

import org.servicepartner.gateway.pages.Portal;

/** What is open to everybody; everything else asks for a person. Roles and tenants are checked by the services. */
final class AccessRules
        implements Customizer<
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {

    @Override
    public void customize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, Portal.ADDRESSES.toArray(String[]::new))
                .permitAll()
                .requestMatchers(
                        HttpMethod.GET,
                        "/contracts/**",
                        "/assets/**",
                        "/static/**",
                        "/webjars/**",
                        "/favicon.ico",
                        "/actuator/health/**",
                        "/actuator/prometheus")
                .permitAll()
                .anyRequest()
                .authenticated();
    }
}
