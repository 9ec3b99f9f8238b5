package org.servicepartner.identity.domain;

/** The active admins of a service partner: the one fact about other accounts that a user account needs. */
public interface ActiveAdmins {
    /**
     * How many there are besides this user. Nobody can change any user of the partner from here until the current
     * transaction ends, so two admins cannot demote each other at the same moment.
     */
    int besides(String partnerId, String userId);
}
