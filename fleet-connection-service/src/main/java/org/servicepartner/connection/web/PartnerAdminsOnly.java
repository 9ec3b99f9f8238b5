package org.servicepartner.connection.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.servicepartner.platform.security.RequiresRole;

/** Only admins of a partner decide on its connections. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = "partner-admin",
        problem = "not-an-admin",
        title = "Not an admin",
        detail = "Fleet connections are managed by the admins of your team; you are not one of them.",
        advice = "Ask an admin of your team to do this, or to give you the role.")
@interface PartnerAdminsOnly {}
