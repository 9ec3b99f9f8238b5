package org.servicepartner.platform.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import org.servicepartner.platform.problem.ProblemException;

/** Refuses callers without the role that the controller requires, and those who are known to have lost it. */
final class RoleInterceptor implements HandlerInterceptor {
    private final ObjectProvider<CallerCheck> check;

    RoleInterceptor(ObjectProvider<CallerCheck> check) {
        this.check = check;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            RequiresRole required = requiredBy(method);
            if (required != null && !rolesFor(required).contains(required.value())) {
                throw new ProblemException(
                        HttpStatus.FORBIDDEN,
                        required.problem(),
                        required.title(),
                        required.detail(),
                        required.advice());
            }
            if (required != null && !required.outsider()) {
                check.ifAvailable(known -> known.verify(Callers.current(), required.value()));
            }
        }
        return true;
    }

    private static Set<String> rolesFor(RequiresRole required) {
        return required.outsider() ? Callers.currentRoles() : Callers.current().roles();
    }

    static @Nullable RequiresRole requiredBy(HandlerMethod method) {
        RequiresRole onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequiresRole.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresRole.class);
    }
}
