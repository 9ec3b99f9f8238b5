package org.servicepartner.job.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.servicepartner.platform.security.RequiresRole;

/** For our own people who answer questions; they belong to no partner. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = "support",
        problem = "not-support",
        title = "Not support",
        detail = "This is shown to the support team only.",
        advice = "Ask the operator of the platform for the role support.",
        outsider = true)
@interface SupportOnly {}
