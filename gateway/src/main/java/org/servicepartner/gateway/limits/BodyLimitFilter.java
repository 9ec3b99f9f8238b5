package org.servicepartner.gateway.limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.servicepartner.gateway.GatewayProperties;
import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/**
 * Refuses API bodies above the limit, whether their length is announced or only found out by reading. Behind authentication, so that
 * nothing is read of whom nobody knows, and that a refusal has the headers of every other answer.
 */
@Component
@Order(BodyLimitFilter.BEHIND_SECURITY)
class BodyLimitFilter extends OncePerRequestFilter {

    static final int BEHIND_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    private final int limit;
    private final ProblemWriter problems;

    BodyLimitFilter(GatewayProperties properties, ProblemWriter problems) {
        this.limit = Math.toIntExact(properties.limits().body().toBytes());
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            problems.write(Problem.REQUEST_TOO_LARGE, request, response);
        } else if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                problems.write(Problem.REQUEST_TOO_LARGE, request, response);
            } else {
                chain.doFilter(new ReadRequest(request, body), response);
            }
        }
    }

    private static class ReadRequest extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ReadBody(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }

    private static class ReadBody extends ServletInputStream {

        private final InputStream bytes;

        ReadBody(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            try {
                return bytes.available() == 0;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body has been read already.");
        }
    }
}
