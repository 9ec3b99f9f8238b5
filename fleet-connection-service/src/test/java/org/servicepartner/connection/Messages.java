package org.servicepartner.connection;

import java.util.Set;
import java.util.TreeSet;

/** The messages of this service, as the code has them. */
final class Messages {
    static final Set<String> CONSUMED = Set.of(
            "fleetcontrol.connection.requested.v1",
            "fleetcontrol.connection.withdrawn.v1",
            "servicepartner.partner.invited.v1",
            "servicepartner.partner.onboarding-advanced.v1",
            "servicepartner.partner.nda-outdated.v1",
            "servicepartner.user.invited.v1",
            "servicepartner.user.invitation-revoked.v1",
            "servicepartner.user.activated.v1",
            "servicepartner.user.role-changed.v1",
            "servicepartner.user.removed.v1",
            "servicepartner.user.erased.v1");

    static final Set<String> PUBLISHED = Set.of(
            "servicepartner.personal-data.erased.v1",
            "servicepartner.fleet-connection.requested.v1",
            "servicepartner.fleet-connection.accepted.v1",
            "servicepartner.fleet-connection.declined.v1",
            "servicepartner.fleet-connection.deleted.v1",
            "servicepartner.fleet-connection.expired.v1",
            "servicepartner.fleet-connection.withdrawn.v1",
            "servicepartner.fleet-connection.request-refused.v1",
            "servicepartner.fleet-connection.withdrawal-refused.v1");

    private Messages() {}

    static Set<String> all() {
        Set<String> all = new TreeSet<>(CONSUMED);
        all.addAll(PUBLISHED);
        return all;
    }
}
