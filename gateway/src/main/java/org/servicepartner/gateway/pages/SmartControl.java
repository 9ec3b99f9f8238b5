package org.servicepartner.gateway.pages;

import java.net.URI;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import org.servicepartner.gateway.GatewayProperties;

/** The technicians' app: an installable page with a service worker, and where it signs people in. */
@Configuration(proxyBeanMethods = false)
public class SmartControl implements WebMvcConfigurer {

    /** Where everything of the app is, so that its service worker rules over nothing else. */
    public static final String HOME = "/smartcontrol/";

    private static final String MANIFEST = HOME + "manifest.webmanifest";

    /** Unknown to Spring's list of file endings. */
    private static final MediaType MANIFEST_TYPE = MediaType.parseMediaType("application/manifest+json");

    private static final List<String> VIEWS = List.of("", "callback", "jobs/{id}", "sync", "account");

    /** What the app must know before anybody is signed in. */
    record Settings(URI issuer, String clientId) {}

    private final Settings settings;

    SmartControl(GatewayProperties properties) {
        this.settings = new Settings(
                properties.identityProvider().issuerUri(),
                properties.smartcontrol().clientId());
    }

    @Bean
    RouterFunction<ServerResponse> smartControlViews() {
        HandlerFunction<ServerResponse> page = Page.of(new ClassPathResource("portal/smartcontrol/index.html"));
        RouterFunctions.Builder routes = RouterFunctions.route();
        VIEWS.forEach(view -> routes.GET(HOME + view, page));
        routes.GET(
                "/smartcontrol",
                request -> ServerResponse.permanentRedirect(URI.create(HOME)).build());
        routes.GET(
                HOME + "settings.json",
                request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noCache())
                        .body(settings));
        routes.GET(
                MANIFEST,
                request -> ServerResponse.ok()
                        .contentType(MANIFEST_TYPE)
                        .cacheControl(CacheControl.noCache())
                        .body(new ClassPathResource("portal" + MANIFEST)));
        return routes.build();
    }

    /** The names of these files stay; the service worker, above all, must be renewed as soon as there is a new one. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(HOME + "**")
                .addResourceLocations("classpath:/portal/smartcontrol/")
                .setCacheControl(CacheControl.noCache());
    }
}
