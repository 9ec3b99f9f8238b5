package org.servicepartner.gateway.routing;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

import org.servicepartner.gateway.GatewayProperties;
import org.servicepartner.gateway.sessions.SessionStreams;

/** The HTTP client behind all routes: one that waits a bounded time for an answer, one that lets a stream be quiet. */
@Configuration(proxyBeanMethods = false)
class UpstreamClient {

    @Bean
    ProxyExchange proxyExchange(
            RestClient.Builder client,
            GatewayMvcProperties gateway,
            GatewayProperties properties,
            SessionStreams sessionStreams) {
        ClientHttpRequestFactory answers =
                factory(properties, properties.upstream().answerTimeout());
        ClientHttpRequestFactory streams = factory(properties, null);
        return new RestClientProxyExchange(
                client.requestFactory((address, method) ->
                                (isStream(address) ? streams : answers).createRequest(address, method))
                        .requestInterceptor((request, body, execution) -> {
                            ClientHttpResponse answer = execution.execute(request, body);
                            return isStream(request.getURI())
                                    ? new LiveResponse(answer, sessionStreams)
                                    : new UndrainedResponse(answer);
                        })
                        .build(),
                gateway);
    }

    private static boolean isStream(URI address) {
        return address.getPath().endsWith("/stream") || address.getPath().endsWith("/changes");
    }

    private static ClientHttpRequestFactory factory(GatewayProperties properties, @Nullable Duration answerTimeout) {
        return ClientHttpRequestFactoryBuilder.jdk()
                .withExecutor(Executors.newVirtualThreadPerTaskExecutor())
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withTimeouts(properties.upstream().connectTimeout(), answerTimeout));
    }
}
