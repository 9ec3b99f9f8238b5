package org.servicepartner.gateway.sessions;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The session at the identity provider that somebody signed in with; its id stays when the cookie is renewed. */
record IdentitySession(String id) {

    static Optional<IdentitySession> of(@Nullable Authentication person) {
        return person != null && person.getPrincipal() instanceof OidcUser user
                ? Optional.ofNullable(user.getClaimAsString("sid")).map(IdentitySession::new)
                : Optional.empty();
    }
}
