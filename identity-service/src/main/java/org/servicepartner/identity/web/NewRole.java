package org.servicepartner.identity.web;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.Role;

/** The role a user is to have. */
@Schema(description = "The role a user is to have")
record NewRole(
        @Schema(description = "ADMIN manages settings, users and connections; TECHNICIAN works on jobs in SmartControl")
        @NotNull(message = "Name the role: ADMIN or TECHNICIAN.")
        @Nullable
        Role role) {}
