package org.servicepartner.gateway.security;

import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.servicepartner.gateway.sessions.SessionTokenStore;
import org.servicepartner.gateway.sessions.Sessions;

/**
 * The access token behind a session, renewed when it is about to expire. Requests of one session, on whichever replica, take turns at
 * that, since a refresh token is replaced at every use; who comes second finds the new token.
 */
@Component
class SessionTokens implements OAuth2AuthorizedClientManager {

    /** So long a token must last for whoever it is passed on to. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final SessionTokenStore kept;
    private final Sessions sessions;
    private final TransactionOperations transactions;
    private final DefaultOAuth2AuthorizedClientManager renewal;

    SessionTokens(
            IdentityProvider identityProvider,
            SessionTokenStore kept,
            Sessions sessions,
            TransactionOperations transactions) {
        this.kept = kept;
        this.sessions = sessions;
        this.transactions = transactions;
        this.renewal = new DefaultOAuth2AuthorizedClientManager(identityProvider, kept);
        RefreshTokenOAuth2AuthorizedClientProvider refresh = new RefreshTokenOAuth2AuthorizedClientProvider();
        refresh.setAccessTokenResponseClient(identityProvider.refreshTokens());
        refresh.setClockSkew(SPARE);
        renewal.setAuthorizedClientProvider(refresh);
    }

    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request) {
        Authentication person = request.getPrincipal();
        OAuth2AuthorizedClient known =
                kept.loadAuthorizedClient(request.getClientRegistrationId(), person, currentRequest());
        return known == null || lasts(known.getAccessToken()) ? known : renewed(request);
    }

    private @Nullable OAuth2AuthorizedClient renewed(OAuth2AuthorizeRequest request) {
        Authentication person = request.getPrincipal();
        try {
            return transactions.execute(turn -> {
                kept.lock(person);
                return renewal.authorize(request);
            });
        } catch (OAuth2AuthorizationException refused) {
            if (!OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
                throw new IdentityProviderUnavailable(refused);
            }
            sessions.end(person);
            throw new CredentialsExpiredException("The session has no token any more", refused);
        }
    }

    private static boolean lasts(OAuth2AccessToken token) {
        return token.getExpiresAt() != null
                && token.getExpiresAt().isAfter(Instant.now().plus(SPARE));
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
