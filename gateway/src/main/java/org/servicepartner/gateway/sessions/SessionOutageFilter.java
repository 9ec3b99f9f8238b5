package org.servicepartner.gateway.sessions;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/** Answers 503 where a session is needed and cannot be looked up. Callers with a token of their own need none. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionOutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionOutageFilter.class);

    private final ProblemWriter problems;

    SessionOutageFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException outage) {
            answer(request, response, outage);
        } catch (ServletException e) {
            if (e.getCause() instanceof DataAccessException || e.getCause() instanceof TransactionException) {
                answer(request, response, e.getCause());
            } else {
                throw e;
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable outage) throws IOException {
        log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), outage.getMessage());
        if (!response.isCommitted()) {
            problems.writeOutage(Problem.SERVICE_UNAVAILABLE, request, response);
        }
    }
}
