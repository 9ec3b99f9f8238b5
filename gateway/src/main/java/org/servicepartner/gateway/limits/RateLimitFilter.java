package org.servicepartner.gateway.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/** Answers 429 to a caller whose bucket is empty. */
class RateLimitFilter extends OncePerRequestFilter {

    private final RequestMatcher limited;
    private final RateLimiter limiter;
    private final Function<HttpServletRequest, String> callerOf;
    private final ProblemWriter problems;

    RateLimitFilter(
            RequestMatcher limited,
            RateLimiter limiter,
            Function<HttpServletRequest, String> callerOf,
            ProblemWriter problems) {
        this.limited = limited;
        this.limiter = limiter;
        this.callerOf = callerOf;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !limited.matches(request);
    }

    /** Both limits may apply to one request, so each filter marks it under a name of its own. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return getClass().getName() + "@" + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = limiter.waitOf(callerOf.apply(request));
        if (wait.isPositive()) {
            problems.write(Problem.TOO_MANY_REQUESTS, wait, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
