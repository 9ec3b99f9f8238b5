package org.servicepartner.gateway.security;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

import org.servicepartner.gateway.GatewayProperties;

/**
 * What the gateway knows of the identity provider. It is asked when first needed, so that both may start in any
 * order; until it has answered once the gateway is not ready.
 */
@Component("identityProvider")
class IdentityProvider implements HealthIndicator, ClientRegistrationRepository, JwtDecoder {

    static final String REGISTRATION = "keycloak";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> CONFIGURATION =
            new ParameterizedTypeReference<>() {};

    private final SingletonSupplier<ClientRegistration> registration;
    private final JwtDecoder tokens;

    IdentityProvider(GatewayProperties properties) {
        GatewayProperties.IdentityProvider settings = properties.identityProvider();
        this.registration = SingletonSupplier.of(() -> discover(settings));
        this.tokens = new SupplierJwtDecoder(() -> accessTokens(settings));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return REGISTRATION.equals(registrationId) ? registration() : null;
    }

    ClientRegistration registration() {
        try {
            return registration.obtain();
        } catch (RuntimeException failure) {
            throw new IdentityProviderUnavailable(failure);
        }
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        return tokens.decode(token);
    }

    /** Asks for new tokens, with less patience than usual: others wait for the same. */
    RestClientRefreshTokenTokenResponseClient refreshTokens() {
        RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(patient())
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("issuer", registration().getProviderDetails().getIssuerUri())
                    .build();
        } catch (IdentityProviderUnavailable notYet) {
            return Health.outOfService()
                    .withDetail("reason", notYet.getMessage())
                    .build();
        }
    }

    /** Asked where the gateway reaches it, the provider names the addresses that browsers go to, too, and as issuer the public one. */
    private static ClientRegistration discover(GatewayProperties.IdentityProvider settings) {
        Map<String, Object> configuration = Objects.requireNonNull(RestClient.builder()
                .requestFactory(patient())
                .build()
                .get()
                .uri(settings.realmUrl() + "/.well-known/openid-configuration")
                .retrieve()
                .body(CONFIGURATION));
        if (!settings.issuerUri().toString().equals(configuration.get("issuer"))) {
            throw new IllegalStateException("%s says that it is %s, not %s"
                    .formatted(settings.realmUrl(), configuration.get("issuer"), settings.issuerUri()));
        }
        return ClientRegistrations.fromOidcConfiguration(configuration)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile", "email")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    private JwtDecoder accessTokens(GatewayProperties.IdentityProvider settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration().getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(patient()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuerUri().toString()),
                new JwtAudienceValidator(settings.audience())));
        return decoder;
    }

    static JdkClientHttpRequestFactory patient() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }
}
