package org.servicepartner.gateway;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Everything that differs between one place where the gateway runs and another. */
@Validated
@ConfigurationProperties("gateway")
public record GatewayProperties(
        @Valid IdentityProvider identityProvider,
        @Valid Session session,
        @Valid SmartControl smartcontrol,
        @Valid Services services,
        @Valid Upstream upstream,
        @Valid Limits limits) {

    /** Where people sign in, where the gateway itself reaches it, and as which client the gateway asks for their tokens. */
    public record IdentityProvider(
            @NotNull URI issuerUri,

            @NotNull URI realmUrl,

            @NotBlank(message = "is missing; set OIDC_CLIENT_ID")
            String clientId,

            @NotBlank(message = "is missing; set OIDC_CLIENT_SECRET")
            String clientSecret,

            @NotBlank String audience) {}

    /** The key that sessions are sealed with: 32 bytes in base64; after commas those that it replaces. */
    public record Session(
            @NotBlank(message = "is missing; set SESSION_KEY")
            String key) {}

    /** As which public client the technicians' app asks for tokens, by itself. */
    public record SmartControl(@NotBlank String clientId) {}

    /** Base addresses of the services behind the gateway. */
    public record Services(
            @NotNull URI identity,
            @NotNull URI partner,
            @NotNull URI fleetConnection,
            @NotNull URI job,
            @NotNull URI notification) {}

    /** How long a service may take to accept a connection and to answer; a stream may stay quiet for ever. */
    public record Upstream(
            @NotNull Duration connectTimeout, @NotNull Duration answerTimeout) {}

    /** What one caller may send. */
    public record Limits(
            @NotNull DataSize body,
            @Valid Rate requests,
            @Valid Rate signIns,
            @Valid RatePerMinute openRequests) {}

    /** A bucket of {@code burst} requests that is refilled with {@code perSecond} of them every second. */
    public record Rate(@Positive long perSecond, @Positive long burst) {}

    /** As {@link Rate}, for what a person does a few times at most. */
    public record RatePerMinute(
            @Positive long perMinute, @Positive long burst) {}
}
