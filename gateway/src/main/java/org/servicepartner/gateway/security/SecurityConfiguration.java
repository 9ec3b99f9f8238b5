package org.servicepartner.gateway.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import org.servicepartner.gateway.GatewayProperties;
import org.servicepartner.gateway.limits.Limits;
import org.servicepartner.gateway.pages.SmartControl;
import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;
import org.servicepartner.gateway.sessions.Sessions;

/**
 * Four doors: one for callers with a token of their own, who get no session, one for browsers, who get no token, one for people
 * who are not known yet, and one for the files of the technicians' app.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SIGN_IN =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
                    + IdentityProvider.REGISTRATION;

    private static final RequestMatcher OPEN =
            PathPatternRequestMatcher.withDefaults().matcher("/api/public/**");

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");

    /**
     * Knows nobody, so nobody's session can be misused: no cookie and no token is read here or passed on, and what opens
     * something is the link token in the body, which another site does not have. Hence no CSRF token is asked for; a page
     * elsewhere that sends a request from a visitor's browser achieves what it could by sending it itself.
     */
    @Bean
    @Order(0)
    SecurityFilterChain everybody(HttpSecurity http, Limits limits) {
        return http.securityMatcher(OPEN)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(SecurityHeaders.usual())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(limits.perOpenRequest(), AuthorizationFilter.class)
                .build();
    }

    /** The app's own files, the same for everybody: what it shows it asks for with a token. No cookie is read or set here. */
    @Bean
    @Order(1)
    SecurityFilterChain technicianApp(HttpSecurity http, GatewayProperties properties, Limits limits) {
        return http.securityMatcher("/smartcontrol", SmartControl.HOME + "**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(SecurityHeaders.forApp(properties.identityProvider().issuerUri()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(limits.perCaller(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain callersWithToken(
            HttpSecurity http, IdentityProvider identityProvider, ProblemResponses problems, Limits limits) {
        return http.securityMatcher(SecurityConfiguration::carriesToken)
                .authorizeHttpRequests(new AccessRules())
                .headers(SecurityHeaders.usual())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(identityProvider))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .addFilterBefore(limits.perCaller(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(
            HttpSecurity http,
            IdentityProvider identityProvider,
            Sessions sessions,
            ProblemResponses problems,
            Limits limits) {
        return http.authorizeHttpRequests(new AccessRules())
                .headers(SecurityHeaders.usual())
                .csrf(CsrfConfigurer::spa)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(DelegatingAuthenticationEntryPoint.builder()
                                .addEntryPointFor(problems, API)
                                .defaultEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN))
                                .build())
                        .accessDeniedHandler(problems))
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(new SignInRequests(identityProvider))
                                        .authorizationRequestRepository(new SignInsUnderWay()))
                        .successHandler(new ReturnToPage())
                        .failureUrl("/?sign-in=failed"))
                .logout(logout -> logout.addLogoutHandler((request, response, person) -> sessions.end(person))
                        .logoutSuccessHandler(leaveIdentityProvider(identityProvider)))
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .addFilterAfter(askedFirst(identityProvider), HeaderWriterFilter.class)
                .addFilterBefore(limits.perSignIn(), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(limits.perCaller(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    FilterRegistrationBean<IdentityProviderOutageFilter> identityProviderOutage(
            ProblemWriter problems, SecurityFilterProperties security) {
        var registration = new FilterRegistrationBean<>(new IdentityProviderOutageFilter(problems));
        registration.setOrder(security.getOrder() - 1);
        return registration;
    }

    /** An address in disguise is refused in front of all doors. */
    @Bean
    RequestRejectedHandler disguisedAddresses(ProblemWriter problems) {
        return (request, response, rejected) -> {
            SecurityHeaders.writeTo(request, response);
            problems.write(Problem.BAD_REQUEST, request, response);
        };
    }

    /** The filters of sign-in and log-out would turn an unreachable provider into a refusal. */
    private static Filter askedFirst(IdentityProvider identityProvider) {
        return (request, response, chain) -> {
            String address = ((HttpServletRequest) request).getRequestURI();
            if (address.startsWith("/oauth2/authorization/")
                    || address.startsWith("/login/oauth2/")
                    || address.startsWith("/logout")) {
                identityProvider.registration();
            }
            chain.doFilter(request, response);
        };
    }

    private static boolean carriesToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }

    private static HttpSessionRequestCache pagesOnly() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setUseEquals(true);
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(html, new NegatedRequestMatcher(API)));
        return cache;
    }

    /** The page asks with a script, which cannot follow a redirect to another host; so it gets the address instead. */
    private static OidcClientInitiatedLogoutSuccessHandler leaveIdentityProvider(IdentityProvider identityProvider) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(identityProvider);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        handler.setRedirectStrategy((request, response, address) -> {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader(HttpHeaders.LOCATION, address);
        });
        return handler;
    }
}
