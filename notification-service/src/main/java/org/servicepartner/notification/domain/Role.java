package org.servicepartner.notification.domain;

/** What a partner's user does: manages in the portal, or works on vehicles with SmartControl. */
public enum Role {
    ADMIN,
    TECHNICIAN
}
