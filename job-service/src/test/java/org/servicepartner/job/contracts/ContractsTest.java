package org.servicepartner.job.contracts;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.Contracts;

/** That these are the messages of the code is shown where the code for each of them is tested. */
class ContractsTest {
    private static final Set<String> MESSAGES = Set.of(
            "fleetcontrol.job.created.v1",
            "fleetcontrol.job.changed.v1",
            "fleetcontrol.job.assigned.v1",
            "fleetcontrol.job.deleted.v1",
            "servicepartner.fleet-connection.requested.v1",
            "servicepartner.fleet-connection.accepted.v1",
            "servicepartner.fleet-connection.declined.v1",
            "servicepartner.fleet-connection.deleted.v1",
            "servicepartner.fleet-connection.expired.v1",
            "servicepartner.fleet-connection.withdrawn.v1",
            "servicepartner.user.erased.v1",
            "servicepartner.personal-data.erased.v1",
            "servicepartner.user.activated.v1",
            "servicepartner.user.role-changed.v1",
            "servicepartner.user.removed.v1",
            "servicepartner.user.renamed.v1",
            "servicepartner.job.created.v1",
            "servicepartner.job.assigned.v1",
            "servicepartner.job.changed.v1",
            "servicepartner.job.deleted.v1",
            "servicepartner.job.change-refused.v1",
            "servicepartner.job.accepted.v1",
            "servicepartner.job.released.v1",
            "servicepartner.job.started.v1",
            "servicepartner.job.configured.v1",
            "servicepartner.job.tested.v1",
            "servicepartner.job.succeeded.v1",
            "servicepartner.job.failed.v1",
            "servicepartner.vehicle-access.granted.v1",
            "servicepartner.visible-job.v1");

    @Test
    void thePromisesAreWellFormedAndComplete() {
        Contracts.verify(MESSAGES);
    }
}
