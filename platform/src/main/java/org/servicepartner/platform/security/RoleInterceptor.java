package org.servicepartner.platform.security;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import org.servicepartner.platform.problem.ProblemException;

/** Refuses callers without the role that the controller requires, and those who are known to have lost it. */
final class RoleInterceptor implements HandlerInterceptor {
    private final Supplier<@Nullable CallerCheck> check;
    private final Map<Method, Optional<RequiresRole>> required = new ConcurrentHashMap<>();

    RoleInterceptor(ObjectProvider<CallerCheck> check) {
        this.check = SingletonSupplier.ofNullable(check::getIfAvailable);
    }

    /** Not when an answer that takes longer, such as a live stream, ends: that is the second half of a request. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
            required.computeIfAbsent(method.getMethod(), first -> Optional.ofNullable(requiredBy(method)))
                    .ifPresent(this::require);
        }
        return true;
    }

    private void require(RequiresRole role) {
        if (role.outsider()) {
            requireAmong(Callers.currentRoles(), role);
            return;
        }
        Caller caller = Callers.current();
        requireAmong(caller.roles(), role);
        CallerCheck known = check.get();
        if (known != null) {
            known.verify(caller, role.value());
        }
    }

    private static void requireAmong(Set<String> roles, RequiresRole role) {
        if (!roles.contains(role.value())) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, role.problem(), role.title(), role.detail(), role.advice());
        }
    }

    static @Nullable RequiresRole requiredBy(HandlerMethod method) {
        RequiresRole onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequiresRole.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresRole.class);
    }
}
