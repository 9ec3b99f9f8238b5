package org.servicepartner.partner.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.servicepartner.platform.security.RequiresRole;

/** Only admins of a service partner may call this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = "partner-admin",
        problem = "not-an-admin",
        title = "Not an admin",
        detail = "Only admins of a service partner can use the portal.",
        advice = "Ask an admin of your team to do this, or to give you the admin role.")
@interface PartnerAdminsOnly {}
