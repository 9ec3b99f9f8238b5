package org.servicepartner.gateway.limits;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.stereotype.Component;

import org.servicepartner.gateway.GatewayProperties;
import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/**
 * The rate limits of the gateway. A caller is the person a verified token or session names, otherwise an address;
 * an unverified name counts for nothing, so that nobody can use up somebody else's requests.
 */
@Component
public class Limits {

    private final RateLimiter requests;
    private final RateLimiter signIns;
    private final RateLimiter openRequests;
    private final ProblemWriter problems;

    Limits(GatewayProperties properties, ProblemWriter problems) {
        this.requests = new RateLimiter(properties.limits().requests());
        this.signIns = new RateLimiter(properties.limits().signIns());
        this.openRequests = new RateLimiter(properties.limits().openRequests());
        this.problems = problems;
    }

    /** Counts every request except the probes; belongs behind authentication. */
    public Filter perCaller() {
        PathPatternRequestMatcher probes =
                PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
        return new RateLimitFilter(new NegatedRequestMatcher(probes), requests, Limits::caller, problems);
    }

    /** Counts what starts or ends a sign-in, each of which costs a session; belongs in front of authentication. */
    public Filter perSignIn() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new RateLimitFilter(
                new OrRequestMatcher(paths.matcher("/oauth2/**"), paths.matcher("/login/**")),
                signIns,
                HttpServletRequest::getRemoteAddr,
                problems);
    }

    /** Counts what anybody may ask without being known: each could be a guess at a link that was sent to somebody else. */
    public Filter perOpenRequest() {
        return new RateLimitFilter(
                AnyRequestMatcher.INSTANCE, openRequests, HttpServletRequest::getRemoteAddr, problems);
    }

    /** Counts a refused token against its sender's address, and answers 429 once there were too many. */
    public boolean refusesToo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration wait = requests.waitOf(address(request));
        if (wait.isPositive()) {
            problems.write(Problem.TOO_MANY_REQUESTS, wait, request, response);
        }
        return wait.isPositive();
    }

    private static String caller(HttpServletRequest request) {
        @Nullable Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken
                ? address(request)
                : "person:" + person.getName();
    }

    private static String address(HttpServletRequest request) {
        return "address:" + request.getRemoteAddr();
    }
}
