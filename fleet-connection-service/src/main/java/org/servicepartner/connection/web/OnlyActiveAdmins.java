package org.servicepartner.connection.web;

import org.springframework.stereotype.Component;

import org.servicepartner.connection.view.Partners;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.security.CallerCheck;

/** Refuses who was removed or made a technician as soon as this service has heard of it, whatever the token still says. */
@Component
class OnlyActiveAdmins implements CallerCheck {
    private final Partners partners;

    OnlyActiveAdmins(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void verify(Caller caller, String role) {
        if (partners.isKnownNotToBeAdmin(caller.userId())) {
            throw Refusals.adminNotActive();
        }
    }
}
