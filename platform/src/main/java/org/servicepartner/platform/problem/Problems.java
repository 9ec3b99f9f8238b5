package org.servicepartner.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.Metrics;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception that leaves a controller into a problem. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException e) {
        return ResponseEntity.status(e.status()).body(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<Object> changedMeanwhile(ConcurrencyException e) {
        return respond(problem(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Changed meanwhile",
                "Somebody else changed this at the same moment.",
                "Load the current state and decide again."));
    }

    @ExceptionHandler
    ResponseEntity<Object> notFound(AggregateNotFoundException e) {
        return respond(problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is nothing under this address.",
                "Check the address, or go back to the list."));
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Object> outOfReach(RuntimeException e) {
        LOG.warn("The database cannot be reached: {}", e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "Temporarily unavailable",
                        "The service cannot reach its database at the moment; nothing was changed.",
                        "Try again in a few seconds."));
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception e) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        LOG.error("A request failed", e);
        return respond(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error",
                "Something went wrong on our side; nothing was changed.",
                "Try again. If it stays, tell the support team the time and the address."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e.getFieldErrors().stream()
                .map(error -> new Problem.InvalidField(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList());
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Problem.InvalidField(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList());
    }

    private static ResponseEntity<Object> invalid(List<Problem.InvalidField> fields) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                "Some fields are not as they must be.",
                "Correct the named fields and send it again.");
        problem.setProperty("fields", fields);
        return respond(problem);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
        boolean ours =
                problem.getType() != null && problem.getType().toString().startsWith(ProblemException.TYPE_PREFIX);
        if (!ours) {
            if (problem.getDetail() == null || problem.getDetail().isBlank()) {
                problem.setDetail("The request cannot be answered: " + problem.getTitle() + ".");
            }
            problem.setType(URI.create(ProblemException.TYPE_PREFIX + slug(status)));
            problem.setProperty("advice", "See the API description for what this address accepts.");
            count(slug(status));
        }
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    private static String slug(HttpStatusCode status) {
        List<String> words = List.of(HttpStatus.valueOf(status.value())
                .getReasonPhrase()
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+"));
        return String.join("-", words);
    }

    private static ResponseEntity<Object> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** For an answer: each is counted, under the end of its type. */
    static ProblemDetail problem(HttpStatus status, String slug, String title, String detail, String advice) {
        count(slug);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(ProblemException.TYPE_PREFIX + slug));
        problem.setTitle(title);
        problem.setProperty("advice", advice);
        return problem;
    }

    private static void count(String slug) {
        Metrics.counter("servicepartner.problems", "type", slug).increment();
    }
}
