package org.servicepartner.job.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.servicepartner.platform.security.RequiresRole;

/** For the program that opens vehicles; it belongs to no partner. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = "telematics-platform",
        problem = "not-the-telematics-platform",
        title = "Not the telematics platform",
        detail = "This is answered to the telematics platform only.",
        advice = "Use the credentials of the client telematics-platform.",
        outsider = true)
@interface TelematicsPlatformOnly {}
