package org.servicepartner.job.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.servicepartner.platform.security.RequiresRole;

/** The jobs in the portal are for admins; technicians see theirs in SmartControl. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = PartnerAdminsOnly.ROLE,
        problem = "not-an-admin",
        title = "Not an admin",
        detail = "The jobs in the portal are shown to the admins of your team; you are not one of them.",
        advice = "Sign in to SmartControl to see your jobs, or ask an admin of your team to give you the role.")
@interface PartnerAdminsOnly {
    String ROLE = "partner-admin";
}
