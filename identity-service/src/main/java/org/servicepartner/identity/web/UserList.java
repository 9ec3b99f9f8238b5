package org.servicepartner.identity.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** The users of a partner. */
@Schema(description = "All users of the caller's partner, removed ones included, by last name")
record UserList(@Schema(requiredMode = REQUIRED) List<UserResource> users) {}
