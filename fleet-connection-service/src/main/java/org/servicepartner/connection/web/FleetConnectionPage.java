package org.servicepartner.connection.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Some of the connections, newest first.")
record FleetConnectionPage(
        @Schema(requiredMode = REQUIRED) List<FleetConnectionResource> items,

        @Schema(description = "To be passed as cursor to get the next page; absent on the last one.") @Nullable
        String nextCursor) {}
