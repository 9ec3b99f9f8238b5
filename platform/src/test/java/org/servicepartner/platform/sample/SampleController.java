package org.servicepartner.platform.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/sample")
@TechniciansOnly
class SampleController {
    record Addition(@NotBlank String counterId, @Positive int amount) {}

    private final CommandGateway commands;
    private final ChangeStreams changes;

    SampleController(CommandGateway commands, ChangeStreams changes) {
        this.commands = commands;
        this.changes = changes;
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(Caller caller) {
        return changes.open(caller);
    }

    @GetMapping("/caller")
    Caller caller(Caller caller) {
        return caller;
    }

    @PostMapping("/counters")
    void add(@Valid @RequestBody Addition addition) {
        commands.sendAndWait(new Counter.Add(addition.counterId(), addition.amount()));
    }

    @GetMapping("/counters/{id}")
    Map<String, Object> counter(@PathVariable UUID id, @RequestParam(defaultValue = "1") @Max(10) int limit) {
        return Map.of("id", id, "limit", limit);
    }

    @GetMapping("/refused")
    void refused() {
        throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "onboarding-incomplete",
                        "Onboarding is not finished",
                        "The NDA is not signed.",
                        "Sign it in the portal.")
                .with("missingSteps", List.of("NDA"));
    }

    @GetMapping("/changed")
    void changed() {
        throw new ConcurrencyException("Aggregate 42 has changed");
    }

    @GetMapping("/unknown")
    void unknown() {
        throw new AggregateNotFoundException("42", "Aggregate 42 is not there");
    }

    @GetMapping("/broken")
    void broken() {
        throw new IllegalStateException("secret=42");
    }
}
