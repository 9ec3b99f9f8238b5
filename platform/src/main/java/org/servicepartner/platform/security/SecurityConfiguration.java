package org.servicepartner.platform.security;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.servicepartner.platform.problem.ProblemWriter;

/** Every request needs a valid token, but for health, metrics and the contracts; every controller says which role it needs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration implements WebMvcConfigurer {
    private static final String OUR_CODE = "org.servicepartner";
    private static final String OPEN = "/api/public/";
    private static final String BEARER = "Bearer ";

    /** Where a Keycloak realm has its public keys. */
    private static final String KEYS = "/protocol/openid-connect/certs";

    private final ObjectProvider<CallerCheck> callerCheck;

    SecurityConfiguration(ObjectProvider<CallerCheck> callerCheck) {
        this.callerCheck = callerCheck;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ProblemWriter problems, SecuritySettings settings)
            throws Exception {
        AuthenticationEntryPoint unauthenticated = (request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "unauthenticated",
                    "Not signed in",
                    "The request carries no valid access token.",
                    "Sign in again and repeat the request with the new token.");
        };
        AccessDeniedHandler forbidden = (request, response, e) -> problems.write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Not allowed",
                "This account may not do this.",
                "Ask your admin whether you should be able to.");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/v3/api-docs/**",
                                "/contracts/**",
                                OPEN + "**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .bearerTokenResolver(SecurityConfiguration::bearerToken)
                        .authenticationEntryPoint(unauthenticated))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .addFilterBefore(new TokensUnverifiable(problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new BodyLimit(settings.largestBody(), problems), AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Whether it is a token at all, the decoder finds out; the usual resolver looks at each character of it with a regular expression. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }

    /** The usual firewall, but for looking at each character of each header with a regular expression, which took a twelfth of a request. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(SecurityConfiguration::isText);
        return firewall;
    }

    private static boolean isText(String value) {
        int next = 0;
        while (next < value.length()) {
            int character = value.codePointAt(next);
            if (!Character.isDefined(character) || Character.isISOControl(character) && character != '\t') {
                return false;
            }
            next += Character.charCount(character);
        }
        return true;
    }

    /** Fetches the issuer's keys at the first token, so that a service starts before Keycloak does. */
    @Bean
    JwtDecoder jwtDecoder(SecuritySettings settings) {
        OAuth2TokenValidator<Jwt> validator = new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())));
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(settings.realmUrl() + KEYS).build();
        decoder.setJwtValidator(validator);
        return new VerifiedTokens(decoder, validator);
    }

    /** A request has a span and a measurement of its own; one more for each filter of Spring Security tells nothing and costs a tenth of it. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleInterceptor(callerCheck));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/contracts/**").addResourceLocations("classpath:/contracts/");
    }

    @Bean
    SmartInitializingSingleton everyControllerRequiresARole(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return () -> requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith(OUR_CODE))
                .filter(mapped -> RoleInterceptor.requiredBy(mapped.getValue()) == null)
                .filter(mapped -> !isOpen(mapped.getKey(), mapped.getValue()))
                .map(mapped -> mapped.getValue().getShortLogMessage())
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalStateException(method
                            + " must say with @RequiresRole who may call it, or be below " + OPEN
                            + " and say @OpenToEveryone");
                });
    }

    private static boolean isOpen(RequestMappingInfo mapping, HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), OpenToEveryone.class)
                && mapping.getPatternValues().stream().allMatch(pattern -> pattern.startsWith(OPEN));
    }
}
