package org.servicepartner.architecture.untidy.domain;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.stereotype.Component;

@Aggregate
@Component
public class Door {
    public enum Colour {
        RED
    }

    public Colour colour(CommandGateway commands) {
        commands.send("paint");
        return Colour.RED;
    }
}
