package org.servicepartner.identity.policy;

import org.servicepartner.identity.domain.UserCommand.ConfirmErasure;
import org.servicepartner.identity.integration.consumed.PersonalDataErased;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** What a service says it has forgotten is noted at the user; the receipt is made of it. */
public final class WhenPersonalDataErasedThenConfirmErasure implements InboundHandler {
    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (!message.type().equals(PersonalDataErased.TYPE)) {
            return new Reaction.Nothing();
        }
        PersonalDataErased erased = PersonalDataErased.of(message);
        String userId = erased.userId().toString();
        return new Reaction.Command(
                userId, new ConfirmErasure(userId, erased.erasureId().toString(), erased.service(), erased.erasedAt()));
    }
}
