package org.servicepartner.gateway.security;

import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** The token that the services judge a caller by: the one that came along, or the one that the session keeps. */
@Component
class CallersToken {

    private final OAuth2AuthorizedClientManager sessionTokens;
    private final IdentityProvider identityProvider;

    CallersToken(OAuth2AuthorizedClientManager sessionTokens, IdentityProvider identityProvider) {
        this.sessionTokens = sessionTokens;
        this.identityProvider = identityProvider;
    }

    Jwt of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken own) {
            return own.getToken();
        }
        OAuth2AuthorizedClient client =
                sessionTokens.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(IdentityProvider.REGISTRATION)
                        .principal(authentication)
                        .build());
        if (client == null) {
            throw new CredentialsExpiredException("The session has no token any more");
        }
        try {
            return identityProvider.decode(client.getAccessToken().getTokenValue());
        } catch (BadJwtException refused) {
            throw new CredentialsExpiredException("The token of the session is not accepted", refused);
        } catch (JwtException unanswered) {
            throw new IdentityProviderUnavailable(unanswered);
        }
    }
}
