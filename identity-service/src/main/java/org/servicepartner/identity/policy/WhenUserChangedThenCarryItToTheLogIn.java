package org.servicepartner.identity.policy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Erased;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.Renamed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;
import org.servicepartner.identity.login.LogInCarrier;

/**
 * A log-in opens when its user is active, has the user's role and name, closes when the user is removed, and is gone when the user
 * is erased. As long as Keycloak does not answer, the event waits and is tried again.
 */
@ProcessingGroup("when-user-changed-then-carry-it-to-the-log-in")
public class WhenUserChangedThenCarryItToTheLogIn {
    private final LogInCarrier logIns;

    public WhenUserChangedThenCarryItToTheLogIn(LogInCarrier logIns) {
        this.logIns = logIns;
    }

    /** Seeded users have no invitation; their log-ins are as they are to be from the start. */
    @EventHandler
    void on(Activated event) {
        if (event.invitationId() != null) {
            logIns.carry(event.userId());
        }
    }

    @EventHandler
    void on(RoleChanged event) {
        logIns.carry(event.userId());
    }

    @EventHandler
    void on(Renamed event) {
        logIns.carry(event.userId());
    }

    @EventHandler
    void on(Removed event) {
        logIns.carry(event.userId());
    }

    @EventHandler
    void on(Erased event) {
        logIns.carry(event.userId());
    }
}
