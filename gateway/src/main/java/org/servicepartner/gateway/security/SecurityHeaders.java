package org.servicepartner.gateway.security;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** Tells browsers to load nothing from elsewhere, run nothing inline and show our pages in nobody's frame. */
final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private final String scripts;
    private final String connections;
    private final String camera;

    private SecurityHeaders(String scripts, String connections, String camera) {
        this.scripts = scripts;
        this.connections = connections;
        this.camera = camera;
    }

    static SecurityHeaders usual() {
        return new SecurityHeaders("'self'", "'self'", "()");
    }

    /**
     * The technicians' app gets its tokens from the identity provider by itself, and looks at labels through the camera; what reads
     * them is WebAssembly.
     */
    static SecurityHeaders forApp(URI issuer) {
        return new SecurityHeaders(
                "'self' 'wasm-unsafe-eval'", "'self' " + issuer.getScheme() + "://" + issuer.getAuthority(), "(self)");
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(permissionsPolicy()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /** The same for an answer that is given in front of all chains, with which nothing is ever loaded. */
    static void writeTo(HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders usual = usual();
        CrossOriginOpenerPolicyHeaderWriter opener = new CrossOriginOpenerPolicyHeaderWriter();
        opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        new CompositeHeaderWriter(List.of(
                        new ContentSecurityPolicyHeaderWriter(usual.contentSecurityPolicy()),
                        new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                        opener,
                        new PermissionsPolicyHeaderWriter(usual.permissionsPolicy()),
                        new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                        new XContentTypeOptionsHeaderWriter(),
                        new HstsHeaderWriter(),
                        new CacheControlHeadersWriter()))
                .writeHeaders(request, response);
    }

    private String permissionsPolicy() {
        return "camera=" + camera + ", geolocation=(), microphone=()";
    }

    private String contentSecurityPolicy() {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src " + scripts,
                "connect-src " + connections,
                "img-src 'self' data:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
