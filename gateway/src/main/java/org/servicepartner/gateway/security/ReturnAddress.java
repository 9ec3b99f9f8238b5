package org.servicepartner.gateway.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** The page of ours that a person comes back to after signing in. Whatever could lead to another host is none. */
record ReturnAddress(String path) {

    /** Under this name it is asked for, kept beside the sign-in and handed to what answers its end. */
    static final String NAME = "returnTo";

    private static final int LONGEST = 2000;

    static Optional<ReturnAddress> askedFor(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME))
                .filter(ReturnAddress::isOurs)
                .map(ReturnAddress::new);
    }

    static @Nullable ReturnAddress of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String path ? new ReturnAddress(path) : null;
    }

    /** A browser takes {@code //host} and {@code /\host} for another host, and drops tabs and line ends before it looks. */
    private static boolean isOurs(String address) {
        if (!address.startsWith("/") || address.startsWith("//") || address.length() > LONGEST) {
            return false;
        }
        try {
            URI parsed = new URI(address);
            return parsed.getScheme() == null
                    && parsed.getRawAuthority() == null
                    && parsed.normalize().toASCIIString().equals(address);
        } catch (URISyntaxException refused) {
            return false;
        }
    }
}
