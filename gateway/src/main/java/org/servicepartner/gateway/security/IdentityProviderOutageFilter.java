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

    private final ProblemWriter problems;

    IdentityProviderOutageFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
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

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception outage) throws IOException {
        log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), outage.getMessage());
        problems.writeOutage(Problem.SIGN_IN_UNAVAILABLE, request, response);
    }
}
