package org.servicepartner.gateway.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

import org.servicepartner.gateway.problems.OutageFilter;
import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/** Where the identity provider is needed and cannot be reached. */
class IdentityProviderOutageFilter extends OutageFilter {

    IdentityProviderOutageFilter(ProblemWriter problems) {
        super(Problem.SIGN_IN_UNAVAILABLE, problems);
    }

    @Override
    protected boolean isOutage(@Nullable Throwable failure) {
        return failure instanceof IdentityProviderUnavailable
                || failure instanceof JwtDecoderInitializationException
                || failure instanceof AuthenticationServiceException;
    }
}
