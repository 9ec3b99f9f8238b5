package org.servicepartner.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A refusal as RFC 9457 tells it: its own type, a sentence for a person, and what to do next. */
public final class ProblemException extends RuntimeException {
    static final String TYPE_PREFIX = "urn:service-partner:problem:";

    private final HttpStatus status;
    private final String slug;
    private final String title;
    private final String advice;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * @param slug end of the problem's type, for example {@code connection-not-found}
     * @param title short, the same for every occurrence
     * @param detail a sentence about this occurrence
     * @param advice a sentence that says what to do next
     */
    public ProblemException(HttpStatus status, String slug, String title, String detail, String advice) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.advice = advice;
    }

    /** Adds a member to the problem, for example the missing steps. */
    public ProblemException with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /** The whole problem, for one answer. */
    public ProblemDetail problem() {
        ProblemDetail problem = Problems.problem(status, slug, title, String.valueOf(getMessage()), advice);
        properties.forEach(problem::setProperty);
        return problem;
    }

    public HttpStatus status() {
        return status;
    }

    /** The end of the problem's type. */
    public String slug() {
        return slug;
    }
}
