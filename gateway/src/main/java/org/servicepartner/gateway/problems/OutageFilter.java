package org.servicepartner.gateway.problems;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 where something is needed that cannot be reached: nobody is refused who might be welcome. */
public abstract class OutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

    private final Problem problem;
    private final ProblemWriter problems;

    protected OutageFilter(Problem problem, ProblemWriter problems) {
        this.problem = problem;
        this.problems = problems;
    }

    /** Whether a request failed with this because of the outage. */
    protected abstract boolean isOutage(@Nullable Throwable failure);

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (!isOutage(e)) {
                throw e;
            }
            answer(request, response, e);
        } catch (ServletException e) {
            if (!isOutage(e.getCause())) {
                throw e;
            }
            answer(request, response, e.getCause());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable outage) throws IOException {
        log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), outage.getMessage());
        if (!response.isCommitted()) {
            problems.writeOutage(problem, request, response);
        }
    }
}
