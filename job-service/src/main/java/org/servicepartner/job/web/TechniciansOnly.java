package org.servicepartner.job.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.security.RequiresRole;

/** SmartControl's API is for technicians; an admin's credentials do not open it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresRole(
        value = TechniciansOnly.ROLE,
        problem = "not-a-technician",
        title = "Not a technician",
        detail = "This account is not a technician's; admins do not see jobs in SmartControl.",
        advice = "Sign in with a technician's account. An admin can invite one on the Users page of the portal.")
@ApiResponse(
        responseCode = "401",
        description = "unauthenticated: there is no valid access token.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description =
                "not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@interface TechniciansOnly {
    String ROLE = "technician";
}
