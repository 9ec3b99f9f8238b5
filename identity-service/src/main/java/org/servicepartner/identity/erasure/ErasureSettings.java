package org.servicepartner.identity.erasure;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param confirmedBy the services that must say that they have nothing of the person any more
 * @param patience how long the command waits for them
 */
@Validated
@ConfigurationProperties("servicepartner.erasure")
public record ErasureSettings(
        @NotEmpty List<String> confirmedBy,
        @DefaultValue("60s") Duration patience) {}
