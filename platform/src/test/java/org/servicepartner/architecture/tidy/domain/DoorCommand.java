package org.servicepartner.architecture.tidy.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public sealed interface DoorCommand {
    record Open(@TargetAggregateIdentifier String doorId) implements DoorCommand {}
}
