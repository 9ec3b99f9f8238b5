package org.servicepartner.connection.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.connection.domain.ConnectionRefusedException;
import org.servicepartner.connection.domain.ConnectionState;
import org.servicepartner.connection.domain.FleetConnectionCommand;
import org.servicepartner.connection.domain.FleetConnectionCommand.AcceptConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.DeclineConnection;
import org.servicepartner.connection.domain.FleetConnectionCommand.DeleteConnection;
import org.servicepartner.connection.view.ConnectionView;
import org.servicepartner.connection.view.Connections;
import org.servicepartner.connection.view.Partners;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/fleet-connections")
@PartnerAdminsOnly
@Tag(
        name = "Fleet connections",
        description = "For the admins of a partner: which providers ask for their work, and on which fleets.")
@ApiResponse(responseCode = "200", description = "The current state.", useReturnTypeSchema = true)
@ApiResponse(responseCode = "401", ref = "#/components/responses/unauthenticated")
@ApiResponse(responseCode = "403", ref = "#/components/responses/not-an-admin")
class FleetConnectionController {
    private static final String NOT_FOUND = "#/components/responses/connection-not-found";

    private final Connections connections;
    private final Partners partners;
    private final CommandGateway commands;
    private final ChangeStreams changes;
    private final Clock clock;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyException.class)
            .maxRetries(4)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(10))
            .build());

    FleetConnectionController(
            Connections connections, Partners partners, CommandGateway commands, ChangeStreams changes, Clock clock) {
        this.connections = connections;
        this.partners = partners;
        this.commands = commands;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listFleetConnections",
            summary = "Lists the connections of the caller's partner, newest first.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/invalid-request")
    FleetConnectionPage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Only those in this state.") @RequestParam(required = false) @Nullable
                    ConnectionState state,
            @Parameter(description = "Most connections on one page.")
                    @RequestParam(defaultValue = "50")
                    @Min(1)
                    @Max(200)
                    int limit,
            @Parameter(description = "The nextCursor of the page before.") @RequestParam(required = false) @Nullable
                    String cursor) {
        List<ConnectionView> found =
                connections.ofPartner(caller.tenantId(), state, position(cursor), limit + 1, clock.instant());
        List<ConnectionView> page = found.subList(0, Math.min(limit, found.size()));
        return new FleetConnectionPage(
                page.stream().map(FleetConnectionResource::of).toList(),
                found.size() > limit ? String.valueOf(page.getLast().position()) : null);
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "followFleetConnections",
            summary = "Tells an open page when to load again (server-sent events).",
            description =
                    "The event changed comes at once, and again whenever a connection of the caller's partner is new or"
                            + " different. It has no content: load the list or the connection again.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream of changed events, with a comment every 15 seconds.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = "event:changed\ndata:{}")))
    SseEmitter changes(@Parameter(hidden = true) Caller caller) {
        return changes.open(caller);
    }

    @GetMapping("/{connectionId}")
    @Operation(operationId = "getFleetConnection", summary = "Shows one connection.")
    @ApiResponse(responseCode = "404", ref = NOT_FOUND)
    FleetConnectionResource get(@Parameter(hidden = true) Caller caller, @PathVariable UUID connectionId) {
        return FleetConnectionResource.of(find(caller, connectionId));
    }

    @PostMapping("/{connectionId}/accept")
    @Operation(
            operationId = "acceptFleetConnection",
            summary = "Accepts a pending request.",
            description =
                    "The jobs of the fleet become visible to the technicians at once. Accepting again changes nothing.")
    @ApiResponse(responseCode = "404", ref = NOT_FOUND)
    @ApiResponse(responseCode = "409", ref = "#/components/responses/cannot-accept")
    FleetConnectionResource accept(@Parameter(hidden = true) Caller caller, @PathVariable UUID connectionId) {
        return decide(
                caller,
                connectionId,
                connection -> new AcceptConnection(
                        connection.pairId(),
                        connectionId.toString(),
                        partners.missingSteps(caller.tenantId()),
                        caller.userId(),
                        now()));
    }

    @PostMapping("/{connectionId}/decline")
    @Operation(
            operationId = "declineFleetConnection",
            summary = "Declines a pending request.",
            description = "This is final: the provider must send a new request. Declining again changes nothing.")
    @ApiResponse(responseCode = "404", ref = NOT_FOUND)
    @ApiResponse(responseCode = "409", ref = "#/components/responses/cannot-decline")
    FleetConnectionResource decline(@Parameter(hidden = true) Caller caller, @PathVariable UUID connectionId) {
        return decide(
                caller,
                connectionId,
                connection ->
                        new DeclineConnection(connection.pairId(), connectionId.toString(), caller.userId(), now()));
    }

    @DeleteMapping("/{connectionId}")
    @Operation(
            operationId = "deleteFleetConnection",
            summary = "Ends an accepted connection.",
            description = "The jobs of the fleet disappear from the technicians' feeds at once, and running ones fail."
                    + " Deleting again changes nothing.")
    @ApiResponse(responseCode = "404", ref = NOT_FOUND)
    @ApiResponse(responseCode = "409", ref = "#/components/responses/connection-not-accepted")
    FleetConnectionResource delete(@Parameter(hidden = true) Caller caller, @PathVariable UUID connectionId) {
        return decide(
                caller,
                connectionId,
                connection ->
                        new DeleteConnection(connection.pairId(), connectionId.toString(), caller.userId(), now()));
    }

    private FleetConnectionResource decide(
            Caller caller, UUID connectionId, Function<ConnectionView, FleetConnectionCommand> command) {
        ConnectionView connection = find(caller, connectionId);
        try {
            retry.invoke(() -> {
                commands.sendAndWait(GenericCommandMessage.asCommandMessage(command.apply(connection))
                        .withMetaData(Map.of(EventMetadata.ACTOR, "user:" + caller.userId())));
            });
        } catch (ConnectionRefusedException refusal) {
            throw Refusals.of(refusal, find(caller, connectionId));
        }
        return get(caller, connectionId);
    }

    private ConnectionView find(Caller caller, UUID connectionId) {
        return connections
                .ofPartner(caller.tenantId(), connectionId, clock.instant())
                .orElseThrow(() -> Refusals.notFound(connectionId));
    }

    private static long position(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusals.invalidCursor();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
