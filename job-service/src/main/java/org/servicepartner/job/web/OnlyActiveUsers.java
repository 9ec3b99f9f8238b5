package org.servicepartner.job.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.servicepartner.job.view.Admins;
import org.servicepartner.job.view.VisibleJobs.ActiveTechnician;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.security.CallerCheck;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;
import static org.springframework.web.context.request.RequestContextHolder.currentRequestAttributes;

/** A token outlives the access. A technician must be known as active; an admin must not be known as somebody who is none any more. */
@Component
class OnlyActiveUsers implements CallerCheck {
    /** Request attribute with the {@link ActiveTechnician}, of requests of technicians. */
    static final String ACTIVE_TECHNICIAN = "active-technician";

    private final WorkDesk desk;
    private final Admins admins;

    OnlyActiveUsers(WorkDesk desk, Admins admins) {
        this.desk = desk;
        this.admins = admins;
    }

    @Override
    public void verify(Caller caller, String role) {
        switch (role) {
            case TechniciansOnly.ROLE ->
                currentRequestAttributes().setAttribute(ACTIVE_TECHNICIAN, desk.requireActive(caller), SCOPE_REQUEST);
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
