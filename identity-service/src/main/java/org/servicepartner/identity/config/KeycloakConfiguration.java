package org.servicepartner.identity.config;

import java.net.http.HttpClient;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

import org.servicepartner.identity.login.LogInCarrier;
import org.servicepartner.identity.login.LogIns;
import org.servicepartner.identity.policy.WhenUserChangedThenCarryItToTheLogIn;
import org.servicepartner.identity.view.UserView;

/** Speaks with Keycloak as the service account {@code identity-service}; tokens are fetched when needed and kept until they end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeycloakSettings.class)
class KeycloakConfiguration {
    private static final String REGISTRATION = "keycloak";
    private static final Authentication THIS_SERVICE = new AnonymousAuthenticationToken(
            "identity-service", "identity-service", AuthorityUtils.createAuthorityList("service"));

    @Bean
    LogIns logIns(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService tokens,
            KeycloakSettings settings) {
        JdkClientHttpRequestFactory requests = requests(settings);
        OAuth2ClientHttpRequestInterceptor token =
                new OAuth2ClientHttpRequestInterceptor(tokenManager(registrations, tokens, requests));
        token.setClientRegistrationIdResolver(request -> REGISTRATION);
        token.setPrincipalResolver(request -> THIS_SERVICE);
        token.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return new LogIns(RestClient.builder()
                .baseUrl(settings.adminUrl())
                .requestFactory(requests)
                .requestInterceptor(token)
                .build());
    }

    private static JdkClientHttpRequestFactory requests(KeycloakSettings settings) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.answerTimeout());
        return requests;
    }

    private static AuthorizedClientServiceOAuth2AuthorizedClientManager tokenManager(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService tokens,
            JdkClientHttpRequestFactory requests) {
        RestClientClientCredentialsTokenResponseClient fetching = new RestClientClientCredentialsTokenResponseClient();
        fetching.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(
                        List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(fetching))
                .build());
        return manager;
    }

    @Bean
    LogInCarrier logInCarrier(UserView users, LogIns logIns) {
        return new LogInCarrier(users, logIns);
    }

    @Bean
    WhenUserChangedThenCarryItToTheLogIn whenUserChangedThenCarryItToTheLogIn(LogInCarrier logIns) {
        return new WhenUserChangedThenCarryItToTheLogIn(logIns);
    }
}
