package org.servicepartner.identity.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a user account needs to know of the others. Who has asked one of these questions decides alone about the users of all
 * partners until the current transaction ends: neither can two admins demote each other at the same moment, nor can two
 * invitations take one address.
 */
public interface OtherUsers {
    /** How many active admins the partner has besides this user. */
    int activeAdminsBesides(String partnerId, String userId);

    /** The partner that has invited somebody under this address or to which an active user with it belongs. */
    Optional<String> partnerUsing(String email);

    /** Whether somebody else than this user can still register as the partner's first admin at this moment. */
    boolean firstAdminExpectedBesides(String partnerId, String userId, Instant at);
}
