package org.servicepartner.gateway.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last answer when nothing else has given one: a page for a browser, a problem document for everything else. */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
class ErrorPage implements ErrorController {

    static final Resource FAILED = new ClassPathResource("pages/failed.html");

    private static final Resource NOT_FOUND = new ClassPathResource("pages/not-found.html");

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<?> page(HttpServletRequest request, HttpServletResponse response) {
        if (address(request).startsWith("/api/")) {
            return problem(request);
        }
        return ResponseEntity.status(status(request))
                .contentType(MediaType.TEXT_HTML)
                .body(status(request) == HttpStatus.NOT_FOUND ? NOT_FOUND : FAILED);
    }

    @RequestMapping
    ResponseEntity<Problem.Body> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status).at(address(request)).withStatus(status));
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
    }
}
