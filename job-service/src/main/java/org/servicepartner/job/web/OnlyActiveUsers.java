package org.servicepartner.job.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.servicepartner.job.view.Admins;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.security.CallerCheck;

/** A token outlives the access. A technician must be known as active; an admin must not be known as somebody who is none any more. */
@Component
class OnlyActiveUsers implements CallerCheck {
    private final WorkDesk desk;
    private final Admins admins;

    OnlyActiveUsers(WorkDesk desk, Admins admins) {
        this.desk = desk;
        this.admins = admins;
    }

    @Override
    public void verify(Caller caller, String role) {
        switch (role) {
            case TechniciansOnly.ROLE -> desk.requireActive(caller);
            case PartnerAdminsOnly.ROLE -> requireActiveAdmin(caller);
            default -> {}
        }
    }

    private void requireActiveAdmin(Caller caller) {
        if (admins.isKnownToBeNone(caller.userId())) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "admin-not-active",
                    "Not an admin any more",
                    "Your account is not an active admin account of this service partner any more.",
                    "Ask an admin of your team to give you the admin role again, then sign in anew.");
        }
    }
}
