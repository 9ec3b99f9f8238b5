package org.servicepartner.gateway.security;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The access token behind a session, refreshed when it is about to expire. Requests of one session take turns, since
 * a refresh token may be good for one use only.
 */
class SessionTokens implements OAuth2AuthorizedClientManager {

    private final OAuth2AuthorizedClientManager tokens;

    SessionTokens(OAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request) {
        try {
            synchronized (WebUtils.getSessionMutex(currentRequest().getSession())) {
                return tokens.authorize(request);
            }
        } catch (OAuth2AuthorizationException refused) {
            if (refused.getCause() instanceof RestClientException) {
                throw new IdentityProviderUnavailable(refused);
            }
            throw new CredentialsExpiredException("The session has no token any more", refused);
        }
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
