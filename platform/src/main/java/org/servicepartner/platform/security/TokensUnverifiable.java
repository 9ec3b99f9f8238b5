package org.servicepartner.platform.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

import org.servicepartner.platform.problem.ProblemWriter;

/** Says so when a token cannot be verified because the issuer does not answer: that is neither the caller's fault nor a bug. */
final class TokensUnverifiable extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(TokensUnverifiable.class);

    private final ProblemWriter problems;

    TokensUnverifiable(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            LOG.warn("A token cannot be verified: {}", e.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "temporarily-unavailable",
                    "Temporarily unavailable",
                    "Access tokens cannot be verified at the moment.",
                    "Try again in a few seconds.");
        }
    }
}
