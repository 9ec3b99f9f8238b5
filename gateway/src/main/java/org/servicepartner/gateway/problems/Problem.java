package org.servicepartner.gateway.problems;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Metrics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The reasons for which the gateway itself refuses a request. */
public enum Problem {
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED,
            "Not signed in",
            "This request carries neither a session nor a valid access token.",
            "Sign in again, or send a fresh access token in the Authorization header."),
    CSRF_TOKEN_MISSING(
            HttpStatus.FORBIDDEN,
            "Request not confirmed",
            "A request that changes something within a session must repeat the session's CSRF token.",
            "Send the value of the XSRF-TOKEN cookie in the X-XSRF-TOKEN header; reloading the page gets a fresh one."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "Not allowed",
            "You are signed in, but this is not open to you.",
            "Ask an administrator of your service partner for the role you need."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Not found",
            "There is nothing at this address.",
            "Check the address; the contracts page lists every address of the API."),
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            "Request not understood",
            "The request does not have the form that this address expects.",
            "Compare it with the contract on the contracts page."),
    REQUEST_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "Request too large",
            "The body of this request is larger than the gateway accepts.",
            "Send less in one request."),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests",
            "More requests arrived from you than the gateway accepts in this time.",
            "Wait as long as the Retry-After header says, then send fewer requests at once."),
    SERVICE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Service not reachable",
            "The part of the system that answers this request cannot be reached.",
            "Try again in a few seconds. Nothing was changed by this request."),
    BROKEN_ANSWER(
            HttpStatus.BAD_GATEWAY,
            "Answer broken off",
            "The part of the system that answers this request broke off before its answer was complete.",
            "Look whether your change arrived before you repeat it."),
    NO_ANSWER_IN_TIME(
            HttpStatus.GATEWAY_TIMEOUT,
            "No answer in time",
            "The part of the system that answers this request did not answer in time.",
            "Look whether your change arrived before you repeat it."),
    SIGN_IN_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Sign-in not reachable",
            "The identity provider that checks who you are cannot be reached.",
            "Try again in a few seconds."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Unexpected error",
            "The gateway failed in a way it was not prepared for.",
            "Try again; if it happens again, report the time and the address of this request.");

    /** What a caller should wait before it tries again when something is down. */
    public static final Duration RECOVERY = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final String title;
    private final String detail;
    private final String advice;

    Problem(HttpStatus status, String title, String detail, String advice) {
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.advice = advice;
    }

    public HttpStatus status() {
        return status;
    }

    /** The body of an RFC 9457 answer about this problem at the given address. Each is counted, under the end of its type. */
    public Body at(@Nullable String instance) {
        String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        Metrics.counter("servicepartner.problems", "type", slug).increment();
        return new Body("urn:service-partner:problem:" + slug, title, status.value(), detail, advice, instance);
    }

    /** The problem that fits a bare status. */
    static Problem of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> UNAUTHENTICATED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case CONTENT_TOO_LARGE -> REQUEST_TOO_LARGE;
            case SERVICE_UNAVAILABLE -> SERVICE_UNAVAILABLE;
            case BAD_GATEWAY -> BROKEN_ANSWER;
            case GATEWAY_TIMEOUT -> NO_ANSWER_IN_TIME;
            default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The members of an {@code application/problem+json} document. */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            String advice,
            @Nullable String instance) {

        Body withStatus(HttpStatus other) {
            return new Body(type, title, other.value(), detail, advice, instance);
        }
    }
}
