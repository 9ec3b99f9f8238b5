package org.servicepartner.gateway.pages;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The portal: one page that shows another view under each of its addresses. */
@Configuration(proxyBeanMethods = false)
public class Portal implements WebMvcConfigurer {

    /** The views. Their page is the same for everybody; what it shows comes from the API, to those who may see it. */
    public static final List<String> ADDRESSES = List.of(
            "/", "/register", "/onboarding", "/connections", "/users", "/jobs", "/jobs/{id}", "/settings", "/support");

    private final HandlerFunction<ServerResponse> answer;

    Portal() {
        this(new ClassPathResource("portal/index.html"));
    }

    Portal(Resource page) {
        this.answer = Page.of(page);
    }

    @Bean
    RouterFunction<ServerResponse> portalViews() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        ADDRESSES.forEach(address -> routes.GET(address, answer));
        return routes.build();
    }

    /** The names of these files change with their content. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/portal/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
