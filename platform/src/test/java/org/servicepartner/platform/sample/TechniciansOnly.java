package org.servicepartner.platform.sample;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.servicepartner.platform.security.RequiresRole;

@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = "technician",
        problem = "not-a-technician",
        title = "Not a technician",
        detail = "Only technicians may do this.",
        advice = "Sign in as a technician.")
@interface TechniciansOnly {}
