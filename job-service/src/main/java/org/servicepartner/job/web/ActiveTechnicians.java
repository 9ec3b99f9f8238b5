package org.servicepartner.job.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.platform.security.Caller;

/** Lets nobody through to {@link TechniciansOnly} who is no active technician: a token outlives the access. */
@ControllerAdvice(annotations = TechniciansOnly.class)
class ActiveTechnicians {
    private final WorkDesk desk;

    ActiveTechnicians(WorkDesk desk) {
        this.desk = desk;
    }

    /** Not when a live stream ends, which is the second half of a request. */
    @ModelAttribute
    void require(Caller technician, HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            desk.requireActive(technician);
        }
    }
}
