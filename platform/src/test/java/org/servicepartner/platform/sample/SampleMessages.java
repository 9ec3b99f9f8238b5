package org.servicepartner.platform.sample;

import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

class SampleMessages implements InboundHandler {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "test.added.v1" -> addition(message, 1);
            case "test.added-twice.v1" -> new Reaction.Several(List.of(addition(message, 1), addition(message, 1)));
            case "test.added-and-taken.v1" ->
                new Reaction.Several(List.of(addition(message, 1), addition(message, -1)));
            case "test.buggy.v1" -> throw new IllegalArgumentException("A bug of this handler");
            default -> throw new MessageRejectedException("UNKNOWN_TYPE", "There is no message " + message.type());
        };
    }

    private static Reaction addition(InboundMessage message, int factor) {
        try {
            CounterEvent.Added addition = JSON.readValue(message.data(), CounterEvent.Added.class);
            return new Reaction.Command(
                    addition.counterId(), new Counter.Add(addition.counterId(), factor * addition.amount()));
        } catch (JacksonException e) {
            throw new MessageRejectedException("MALFORMED_JSON", "The data is not JSON as expected");
        }
    }
}
