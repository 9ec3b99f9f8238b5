package org.servicepartner.platform.security;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import org.servicepartner.platform.problem.ProblemException;

/** Reads the caller from the token of the current request. */
final class Callers implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binderFactory) {
        return current();
    }

    static Caller current() {
        Jwt token = token();
        String userId = token.getClaimAsString("user_id");
        String tenantId = token.getClaimAsString("partner_id");
        if (userId == null || tenantId == null) {
            throw incomplete();
        }
        return new Caller(userId, tenantId, roles(token));
    }

    /** The realm roles of the caller, who may belong to no company. */
    static Set<String> currentRoles() {
        return roles(token());
    }

    private static Jwt token() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
            throw incomplete();
        }
        return token;
    }

    private static ProblemException incomplete() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "account-not-linked",
                "Account not linked",
                "This account does not belong to a service partner.",
                "Use the link in the invitation e-mail to register, or ask your admin to invite you.");
    }

    private static Set<String> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof Collection<?> roles
                ? roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
