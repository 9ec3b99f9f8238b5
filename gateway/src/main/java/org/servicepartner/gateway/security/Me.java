package org.servicepartner.gateway.security;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a signed-in person who they are, by the same token the services judge them by. */
@RestController
class Me {

    private final OAuth2AuthorizedClientManager sessionTokens;
    private final IdentityProvider identityProvider;

    Me(OAuth2AuthorizedClientManager sessionTokens, IdentityProvider identityProvider) {
        this.sessionTokens = sessionTokens;
        this.identityProvider = identityProvider;
    }

    record Person(
            @Nullable String name,
            @Nullable String email,
            List<String> roles,
            @Nullable String partnerId,
            @Nullable String userId) {}

    @GetMapping("/api/me")
    ResponseEntity<Person> me(Authentication authentication) {
        Jwt token = tokenOf(authentication);
        Person person = new Person(
                token.getClaimAsString("name"),
                token.getClaimAsString("email"),
                rolesIn(token),
                token.getClaimAsString("partner_id"),
                token.getClaimAsString("user_id"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(person);
    }

    private Jwt tokenOf(Authentication authentication) {
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

    /** The roles of the product; Keycloak adds technical ones of its own to every token. */
    private static List<String> rolesIn(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof List<?> roles
                ? roles.stream()
                        .map(String::valueOf)
                        .filter(List.of("partner-admin", "technician")::contains)
                        .sorted()
                        .toList()
                : List.of();
    }
}
