package org.servicepartner.identity.policy;

import org.servicepartner.identity.domain.UserCommand.RenameUser;
import org.servicepartner.identity.integration.consumed.PersonalDetailsGiven;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** The name that an admin gives during onboarding becomes the name of the account, unless it has got a later one. */
public final class WhenPersonalDetailsGivenThenRenameUser implements InboundHandler {
    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (!message.type().equals(PersonalDetailsGiven.TYPE)) {
            return new Reaction.Nothing();
        }
        PersonalDetailsGiven details = PersonalDetailsGiven.of(message);
        String userId = details.userId().toString();
        return new Reaction.Command(
                userId,
                new RenameUser(
                        userId,
                        details.partnerId().toString(),
                        details.firstName(),
                        details.lastName(),
                        details.givenAt()));
    }
}
