package org.servicepartner.gateway.routing;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import org.servicepartner.gateway.problems.Problem;

/** Turns a service that is down, slow or broken off into a problem that says whether to repeat the request. */
final class UpstreamFailures {

    private static final Logger log = LoggerFactory.getLogger(UpstreamFailures.class);

    private UpstreamFailures() {}

    static ServerResponse explain(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException failure) {
            Problem problem = problemBehind(failure);
            log.warn("{} {}: {} ({})", request.method(), request.path(), problem, String.valueOf(failure.getCause()));
            return ServerResponse.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(Problem.RECOVERY.toSeconds()))
                    .body(problem.at(request.path()));
        }
    }

    private static Problem problemBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException
                    || cause instanceof ConnectException
                    || cause instanceof UnresolvedAddressException) {
                return Problem.SERVICE_UNAVAILABLE;
            }
            if (cause instanceof HttpTimeoutException) {
                return Problem.NO_ANSWER_IN_TIME;
            }
        }
        return Problem.BROKEN_ANSWER;
    }
}
