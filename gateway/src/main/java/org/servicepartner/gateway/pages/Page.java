package org.servicepartner.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** One page that shows another view under each of its addresses; it is asked for every time, and sent if it has changed. */
final class Page {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Page() {}

    static HandlerFunction<ServerResponse> of(Resource page) {
        return page.exists() ? show(page) : Page::explain;
    }

    private static HandlerFunction<ServerResponse> show(Resource page) {
        byte[] content = read(page);
        String version = DigestUtils.md5DigestAsHex(content);
        return request -> request.checkNotModified(version)
                .orElseGet(() -> ServerResponse.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.noCache())
                        .eTag(version)
                        .body(content));
    }

    private static ServerResponse explain(ServerRequest request) {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(new ClassPathResource("pages/portal-missing.html"));
    }

    private static byte[] read(Resource page) {
        try {
            return page.getContentAsByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
