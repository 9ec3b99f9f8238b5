package org.servicepartner.identity.web;

import io.swagger.v3.oas.annotations.media.Schema;

import org.servicepartner.identity.domain.Role;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** Somebody has registered. */
@Schema(name = "Registered", description = "The account is active")
record RegisteredResource(
        @Schema(format = "email", description = "The address to log in with", requiredMode = REQUIRED)
        String email,

        @Schema(requiredMode = REQUIRED) Role role,

        @Schema(description = "Where to log in: the admins here, technicians in their app", requiredMode = REQUIRED)
        Next next) {
    enum Next {
        PORTAL,
        SMARTCONTROL
    }

    static RegisteredResource of(String email, Role role) {
        return new RegisteredResource(
                email,
                role,
                switch (role) {
                    case ADMIN -> Next.PORTAL;
                    case TECHNICIAN -> Next.SMARTCONTROL;
                });
    }
}
