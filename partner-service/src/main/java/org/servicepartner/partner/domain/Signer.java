package org.servicepartner.partner.domain;

import org.jspecify.annotations.Nullable;

/** The user who signs; e-mail address and name as far as they are known. */
public record Signer(
        String userId, @Nullable String email, @Nullable String name) {}
