package org.servicepartner.platform.sample;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

public class SampleMessages implements InboundHandler {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private volatile boolean fixed;

    SampleMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the handler has its bug still. */
    public void fix(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "test.added.v1" -> addition(message, 1);
            case "test.added-twice.v1" -> new Reaction.Several(List.of(addition(message, 1), addition(message, 1)));
            case "test.added-and-taken.v1" ->
                new Reaction.Several(List.of(addition(message, 1), addition(message, -1)));
            case "test.doubled.v1" -> new Reaction.InTurn(doubling(message));
            case "test.buggy.v1" -> {
                if (!fixed) {
                    throw new IllegalArgumentException("A bug of this handler");
                }
                yield addition(message, 1);
            }
            default -> throw new MessageRejectedException("UNKNOWN_TYPE", "There is no message " + message.type());
        };
    }

    private Reaction doubling(InboundMessage message) {
        String counterId =
                JSON.readValue(message.data(), CounterEvent.Added.class).counterId();
        int total = jdbc.sql("select coalesce(sum(total), 0) from counter_sum where counter_id = ?")
                .param(counterId)
                .query(Integer.class)
                .single();
        return new Reaction.Command(counterId, new Counter.Add(counterId, total));
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
