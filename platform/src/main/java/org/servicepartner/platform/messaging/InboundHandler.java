package org.servicepartner.platform.messaging;

import java.util.List;

/** Says what a message asks this service to do. It only translates and validates; it is called before anything is changed. */
@FunctionalInterface
public interface InboundHandler {
    /** @throws MessageRejectedException if the message can never be handled */
    Reaction reactionTo(InboundMessage message);

    /** What a message leads to. */
    sealed interface Reaction {
        /** A command to one aggregate of this service. */
        record Command(String aggregateId, Object command) implements Reaction {}

        /** A change of a copy that this service keeps of others' data; it must be harmless when repeated. */
        record Update(Runnable change) implements Reaction {}

        /** More than one thing; all of them or none. */
        record Several(List<Reaction> reactions) implements Reaction {}

        /** What is right only if all messages before it have had their effect: so their poll is handled message by message. */
        record InTurn(Reaction reaction) implements Reaction {}

        /** Nothing: the message is of no concern to this service. */
        record Nothing() implements Reaction {}
    }
}
