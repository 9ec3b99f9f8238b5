package org.servicepartner.partner.nda;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** A numbered part of the agreement. */
public record NdaSection(
        @Schema(requiredMode = REQUIRED) String heading,
        @Schema(requiredMode = REQUIRED) List<String> paragraphs) {}
