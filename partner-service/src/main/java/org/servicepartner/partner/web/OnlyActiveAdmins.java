package org.servicepartner.partner.web;

import org.springframework.stereotype.Component;

import org.servicepartner.partner.view.Users;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.security.CallerCheck;

/** Refuses who was removed or made a technician as soon as this service has heard of it, whatever the token still says. */
@Component
class OnlyActiveAdmins implements CallerCheck {
    private final Users users;

    OnlyActiveAdmins(Users users) {
        this.users = users;
    }

    @Override
    public void verify(Caller caller, String role) {
        if (users.isKnownNotToBeAdmin(caller.userId())) {
            throw Refusals.adminNotActive();
        }
    }
}
