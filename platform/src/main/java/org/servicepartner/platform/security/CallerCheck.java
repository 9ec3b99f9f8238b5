package org.servicepartner.platform.security;

import org.servicepartner.platform.problem.ProblemException;

/**
 * Asked about every caller whom the token gives the required role, except of outsiders: a token outlives a change of its user by
 * some minutes. A service that knows of such changes has a bean of this type.
 */
@FunctionalInterface
public interface CallerCheck {
    /**
     * @param role the realm role that the controller requires
     * @throws ProblemException if the caller has lost the role, as far as this service knows
     */
    void verify(Caller caller, String role);
}
