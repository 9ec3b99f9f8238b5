package org.servicepartner.gateway.security;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads a person who has signed in to the page they asked for, and tells that page how an action on the way ended
 * ({@code kc_action_status}); else to the page that made them sign in.
 */
class ReturnToPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String ACTION_STATUS = "kc_action_status";
    private static final Set<String> ACTION_STATUSES = Set.of("success", "cancelled", "error");

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        ReturnAddress asked = ReturnAddress.of(request);
        if (asked == null) {
            super.onAuthenticationSuccess(request, response, person);
        } else {
            clearAuthenticationAttributes(request);
            getRedirectStrategy()
                    .sendRedirect(request, response, withStatus(asked.path(), request.getParameter(ACTION_STATUS)));
        }
    }

    private static String withStatus(String address, @Nullable String status) {
        return status == null || !ACTION_STATUSES.contains(status)
                ? address
                : UriComponentsBuilder.fromUriString(address)
                        .replaceQueryParam(ACTION_STATUS, status)
                        .build(true)
                        .toUriString();
    }
}
