package org.servicepartner.identity.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.identity.domain.UserCommand;
import org.servicepartner.identity.domain.UserCommand.ActivateUser;
import org.servicepartner.identity.domain.UserCommand.RenewLink;
import org.servicepartner.identity.domain.UserRefusal;
import org.servicepartner.identity.login.LogInCarrier;
import org.servicepartner.identity.login.LogIns;
import org.servicepartner.identity.login.LogInsUnavailableException;
import org.servicepartner.identity.login.PasswordRule;
import org.servicepartner.identity.registration.LinkRefusedException.Reason;
import org.servicepartner.identity.view.InvitationEntry;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.security.LinkTokens;

/**
 * Whoever has the link of an open invitation chooses a password and becomes an active user. The log-in is made first, closed, so
 * that a refused password or a crash leaves nothing that anybody could use; the account decides whether the link still admits;
 * then the log-in opens. Each step can be repeated, so a registration that broke off goes on with the same link.
 */
public final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final UserView users;
    private final LinkTokens links;
    private final LogIns logIns;
    private final LogInCarrier carrier;
    private final InvitationSettings invitations;
    private final CommandGateway commands;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Registration(
            UserView users,
            LinkTokens links,
            LogIns logIns,
            LogInCarrier carrier,
            InvitationSettings invitations,
            CommandGateway commands,
            TransactionOperations transaction,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.logIns = logIns;
        this.carrier = carrier;
        this.invitations = invitations;
        this.commands = commands;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The invitation that the link is for.
     *
     * @throws LinkRefusedException if nobody can register with it now
     */
    public InvitationEntry invitation(String token) {
        InvitationEntry invitation = LinkTokens.idOf(token)
                .flatMap(users::invitation)
                .filter(found -> links.verifies(token, found.email(), found.expiresAt()))
                .orElseThrow(LinkRefusedException::invalid);
        switch (invitation.state()) {
            case "USED" -> throw LinkRefusedException.because(Reason.USED, invitation);
            case "REVOKED" -> throw LinkRefusedException.because(Reason.REVOKED, invitation);
            case "REPLACED" -> throw LinkRefusedException.because(Reason.REPLACED, invitation);
            default -> {
                if (!clock.instant().isBefore(invitation.expiresAt())) {
                    throw LinkRefusedException.because(Reason.EXPIRED, invitation);
                }
            }
        }
        return invitation;
    }

    /**
     * Sends another link to the invited, if this one was sent to them and they have not registered. Nobody learns whether it did:
     * the answer is in the mailbox.
     *
     * @throws LinkRefusedException if it does not even look like a link of ours
     */
    public void renew(String token) {
        String invitationId = LinkTokens.idOf(token).orElseThrow(LinkRefusedException::invalid);
        users.invitation(invitationId)
                .filter(found -> links.verifies(token, found.email(), found.expiresAt()))
                .ifPresent(found -> {
                    Instant now = clock.instant();
                    send(
                            new RenewLink(
                                    found.userId(), UUID.randomUUID().toString(), invitations.expiryFrom(now), now),
                            found.userId());
                });
    }

    /** What the password has to be like; empty if Keycloak does not say so now. */
    public List<PasswordRule> passwordRules() {
        try {
            return logIns.passwordRules();
        } catch (LogInsUnavailableException e) {
            LOG.warn("The rules for passwords cannot be told: {}", e.getMessage());
            return List.of();
        }
    }

    /**
     * Registers the invited with this password.
     *
     * @param language {@code en} or {@code de}: what the person is to be written to in
     * @throws LinkRefusedException if nobody can register with the link now
     * @throws org.servicepartner.identity.login.PasswordRefusedException if Keycloak refuses the password
     * @throws org.servicepartner.identity.login.LogInTakenException if the address has another log-in
     * @throws LogInsUnavailableException if Keycloak does not answer; nothing has been stored then
     */
    public InvitationEntry complete(String token, String password, String language) {
        InvitationEntry invitation = invitation(token);
        transaction.executeWithoutResult(status -> {
            users.holdLogIn(invitation.userId());
            register(invitation(token), password, language);
        });
        openLogIn(invitation.userId());
        return invitation;
    }

    private void register(InvitationEntry invitation, String password, String language) {
        logIns.prepare(
                carrier.logInOf(invitation.userId()),
                password,
                owner -> users.user(owner)
                        .filter(user -> user.state().equals("REMOVED"))
                        .isPresent());
        try {
            send(
                    new ActivateUser(invitation.userId(), invitation.invitationId(), language, clock.instant()),
                    invitation.userId());
        } catch (UserRefusal refusal) {
            throw LinkRefusedException.of(refusal, invitation);
        }
    }

    private void send(UserCommand command, String userId) {
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(EventMetadata.ACTOR, "user:" + userId)));
    }

    /** So that the person can log in at once; if it fails, the policy that carries all changes opens the log-in later. */
    private void openLogIn(String userId) {
        try {
            transaction.executeWithoutResult(status -> carrier.carry(userId));
        } catch (LogInsUnavailableException e) {
            LOG.warn("The log-in of user {} is opened later: {}", userId, e.getMessage());
        }
    }
}
