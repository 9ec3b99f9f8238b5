package org.servicepartner.gateway.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;

import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/** Answers 503 where the identity provider is needed and cannot be reached: nobody is refused who might be welcome. */
class IdentityProviderOutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IdentityProviderOutageFilter.class);

    private final IdentityProvider identityProvider;
    private final ProblemWriter problems;

    IdentityProviderOutageFilter(IdentityProvider identityProvider, ProblemWriter problems) {
        this.identityProvider = identityProvider;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (isSignIn(request)) {
                // Asked here, because the sign-in filters would turn an unreachable provider into a refusal.
                identityProvider.registration();
            }
            chain.doFilter(request, response);
        } catch (IdentityProviderUnavailable | JwtDecoderInitializationException | AuthenticationServiceException e) {
            answer(request, response, e);
        } catch (ServletException e) {
            if (e.getCause() instanceof IdentityProviderUnavailable outage) {
                answer(request, response, outage);
            } else {
                throw e;
            }
        }
    }

    private static boolean isSignIn(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.startsWith("/oauth2/authorization/")
                || address.startsWith("/login/oauth2/")
                || address.startsWith("/logout");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception outage) throws IOException {
        log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), outage.getMessage());
        String accepted = request.getHeader("Accept");
        if (accepted != null
                && accepted.contains("text/html")
                && !request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            problems.write(Problem.SIGN_IN_UNAVAILABLE, Problem.RECOVERY, request, response);
        }
    }
}
