package org.servicepartner.notification.email;

import java.net.URI;
import java.time.Instant;

import org.servicepartner.platform.security.LinkTokens;

/** The addresses that letters send people to. */
public final class Links {
    private final String portal;
    private final LinkTokens tokens;

    /** @param portal address of the portal as recipients reach it */
    public Links(URI portal, LinkTokens tokens) {
        this.portal = portal.toString().replaceFirst("/+$", "");
        this.tokens = tokens;
    }

    /** Signed for one address. The token is in the fragment, which a browser sends to no server. */
    String registration(String invitationId, String email, Instant expiresAt) {
        return portal + "/register#" + tokens.sign(invitationId, email, expiresAt);
    }

    String fleetConnections() {
        return portal + "/connections";
    }

    String signedNda() {
        return portal + "/settings#nda";
    }
}
