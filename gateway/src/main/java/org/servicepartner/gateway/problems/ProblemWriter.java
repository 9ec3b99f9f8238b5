package org.servicepartner.gateway.problems;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from where no controller is: filters and entry points. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        json.writeValue(response.getOutputStream(), problem.at(request.getRequestURI()));
    }

    /** Something is down for a while: a page for a browser that asked for one, a problem for everything else. */
    public void writeOutage(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/")) {
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Problem.RECOVERY.toSeconds()));
            StreamUtils.copy(ErrorPage.FAILED.getContentAsByteArray(), response.getOutputStream());
        } else {
            write(problem, Problem.RECOVERY, request, response);
        }
    }

    public void write(Problem problem, Duration retryAfter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(problem, request, response);
    }
}
