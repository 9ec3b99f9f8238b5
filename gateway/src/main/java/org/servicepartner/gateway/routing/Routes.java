package org.servicepartner.gateway.routing;

import java.net.URI;
import java.util.List;

import org.springframework.cloud.gateway.server.mvc.filter.TokenRelayFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import org.servicepartner.gateway.GatewayProperties;
import org.servicepartner.gateway.GatewayProperties.Services;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.rewritePath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

/** Which service answers which address. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final List<String> SAID_HERE = List.of(
            HttpHeaders.SET_COOKIE,
            "Content-Security-Policy",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Frame-Options");

    @Bean
    RouterFunction<ServerResponse> apiRoutes(GatewayProperties properties) {
        Services services = properties.services();
        return api("smartcontrol", path("/api/smartcontrol/**"), services.job())
                .and(api("telematics", path("/api/telematics/**"), services.job()))
                .and(api("support", path("/api/support/**"), services.job()))
                .and(api("fleet-connections", at("/api/partner/v1/fleet-connections"), services.fleetConnection()))
                .and(api("users", at("/api/partner/v1/users"), services.identity()))
                .and(api("me", at("/api/partner/v1/me"), services.identity()))
                .and(api("partner", at("/api/partner/v1/partner"), services.partner()))
                .and(api("jobs", at("/api/partner/v1/jobs"), services.job()));
    }

    @Bean
    RouterFunction<ServerResponse> openRoutes(GatewayProperties properties) {
        return withoutCredentials("open", properties.services().identity())
                .route(path("/api/public/**"), http())
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> contractRoutes(GatewayProperties properties) {
        Services services = properties.services();
        return contracts("identity-service", services.identity())
                .and(contracts("partner-service", services.partner()))
                .and(contracts("fleet-connection-service", services.fleetConnection()))
                .and(contracts("job-service", services.job()))
                .and(contracts("notification-service", services.notification()));
    }

    /** Services set no cookies, and how a browser is to treat an answer is said in one place: here. */
    private static ServerResponse withoutWhatIsOurs(ServerRequest request, ServerResponse answer) {
        SAID_HERE.forEach(answer.headers()::remove);
        return answer;
    }

    private static RequestPredicate at(String address) {
        return path(address).or(path(address + "/**"));
    }

    private static RouterFunction<ServerResponse> api(String id, RequestPredicate addresses, URI service) {
        return route(id)
                .route(addresses, http())
                .filter(UpstreamFailures::explain)
                .before(uri(service))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .filter(TokenRelayFilterFunctions.tokenRelay())
                .after(Routes::withoutWhatIsOurs)
                .build();
    }

    private static RouterFunction<ServerResponse> contracts(String name, URI service) {
        RouterFunction<ServerResponse> openApi = withoutCredentials(name + "-openapi", service)
                .route(GET("/contracts/" + name + "/openapi"), http())
                .before(setPath("/v3/api-docs"))
                .build();
        RouterFunction<ServerResponse> files = withoutCredentials(name + "-contracts", service)
                .route(GET("/contracts/" + name + "/**"), http())
                .before(rewritePath("/contracts/" + name + "/(?<file>.*)", "/contracts/${file}"))
                .build();
        return openApi.and(files);
    }

    private static RouterFunctions.Builder withoutCredentials(String id, URI service) {
        return route(id)
                .filter(UpstreamFailures::explain)
                .before(uri(service))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(removeRequestHeader(HttpHeaders.AUTHORIZATION))
                .after(Routes::withoutWhatIsOurs);
    }
}
