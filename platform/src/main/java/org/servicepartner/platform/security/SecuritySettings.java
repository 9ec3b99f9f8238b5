package org.servicepartner.platform.security;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer who issues the tokens: the address of the Keycloak realm, as browsers reach it
 * @param realmUrl where this service reaches the realm, to fetch the keys that tokens are signed with
 * @param audience that a token must be meant for
 * @param largestBody of a request; the gateway's limit is the same
 */
@Validated
@ConfigurationProperties("servicepartner.security")
record SecuritySettings(
        @NotBlank String issuer,
        @NotBlank String realmUrl,
        @DefaultValue("service-partner-api") String audience,
        @DefaultValue("64KB") DataSize largestBody) {}
