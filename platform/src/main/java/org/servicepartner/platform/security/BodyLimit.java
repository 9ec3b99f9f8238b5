package org.servicepartner.platform.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.problem.ProblemWriter;

/** Refuses a body above the limit, whether its length is announced or found out by reading: not only the gateway reaches a service. */
final class BodyLimit extends OncePerRequestFilter {
    private static final String SLUG = "request-too-large";
    private static final String TITLE = "Request too large";
    private static final String DETAIL = "The body of this request is larger than the service accepts.";
    private static final String ADVICE = "Send less in one request.";

    private final int limit;
    private final ProblemWriter problems;

    BodyLimit(DataSize limit, ProblemWriter problems) {
        this.limit = Math.toIntExact(limit.toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, SLUG, TITLE, DETAIL, ADVICE);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new CountedRequest(request, limit), response);
        }
    }

    private static final class CountedRequest extends ContentCachingRequestWrapper {
        CountedRequest(HttpServletRequest request, int limit) {
            super(request, limit);
        }

        @Override
        protected void handleContentOverflow(int limit) {
            throw new ProblemException(HttpStatus.CONTENT_TOO_LARGE, SLUG, TITLE, DETAIL, ADVICE);
        }
    }
}
