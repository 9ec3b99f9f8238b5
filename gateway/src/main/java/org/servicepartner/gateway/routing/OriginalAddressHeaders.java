package org.servicepartner.gateway.routing;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells the services who asked and under which address, as the gateway sees it. What the caller claims about itself
 * is dropped before; a trusted proxy in front is believed by setting {@code server.forward-headers-strategy}.
 */
@Component
class OriginalAddressHeaders implements RequestHttpHeadersFilter, Ordered {

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        var original = request.servletRequest();
        HttpHeaders told = HttpHeaders.copyOf(headers);
        told.set("X-Forwarded-For", original.getRemoteAddr());
        told.set("X-Forwarded-Proto", original.getScheme());
        told.set("X-Forwarded-Host", original.getServerName());
        told.set("X-Forwarded-Port", String.valueOf(original.getServerPort()));
        return told;
    }

    /** After the library's filter that drops such headers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
