package org.servicepartner.job.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.job.view.Person;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.platform.security.Caller;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@RestController
@RequestMapping("/api/smartcontrol/v1/me")
@TechniciansOnly
@Tag(name = "Work of technicians")
class SmartControlMe {
    private final UserNames names;

    SmartControlMe(UserNames names) {
        this.names = names;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SmartControlUser", description = "The names are absent as long as nobody has told them.")
    record Me(
            @Schema(requiredMode = REQUIRED, description = "technicianId of the jobs that the caller holds.")
            String userId,

            @Schema(requiredMode = REQUIRED) String partnerId,
            @Nullable String firstName,
            @Nullable String lastName) {}

    @GetMapping
    @Operation(operationId = "getTechnician", summary = "Who is signed in")
    @ApiResponse(responseCode = "200", description = "The caller, an active technician.", useReturnTypeSchema = true)
    Me me(@Parameter(hidden = true) Caller technician) {
        Person person = names.of(technician.userId());
        return new Me(technician.userId(), technician.tenantId(), person.firstName(), person.lastName());
    }
}
