package org.servicepartner.identity.erasure;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.identity.domain.UserCommand.EraseUser;
import org.servicepartner.identity.domain.UserRefusal;
import org.servicepartner.identity.login.LogInCarrier;
import org.servicepartner.identity.login.LogInsUnavailableException;
import org.servicepartner.identity.view.ErasureEntry;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.operations.CommandRefusedException;
import org.servicepartner.platform.operations.OperatorTask;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/**
 * {@code erase <user id>}: destroys what says who a removed user was, here and, told by a message, in every service, and prints the
 * receipt. To be called again without harm; then it goes on waiting, or prints the same receipt.
 */
public final class EraseCommand implements OperatorTask {
    private static final String AGAIN = "again";

    private final UserView users;
    private final PersonalDataKeys keys;
    private final LogInCarrier logIns;
    private final CommandGateway commands;
    private final TransactionOperations transaction;
    private final EventLog log;
    private final ErasureSettings settings;
    private final Clock clock;

    public EraseCommand(
            UserView users,
            PersonalDataKeys keys,
            LogInCarrier logIns,
            CommandGateway commands,
            TransactionOperations transaction,
            EventLog log,
            ErasureSettings settings,
            Clock clock) {
        this.users = users;
        this.keys = keys;
        this.logIns = logIns;
        this.commands = commands;
        this.transaction = transaction;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "erase";
    }

    /** @throws CommandRefusedException if there is no such user, it is not removed yet, or somebody has not confirmed in time */
    @Override
    public void run(List<String> words, Set<String> options, PrintStream out) {
        String userId = only(words);
        erase(userId, options.contains(AGAIN));
        boolean logInGone = removeLogIn(userId);
        Receipt receipt = await(userId, logInGone, out);
        out.print(receipt);
        if (!receipt.isComplete()) {
            throw new CommandRefusedException(
                    "Not confirmed yet by %s. When that runs, call this again: it is safe, and goes on from here."
                            .formatted(String.join(", ", receipt.missing())));
        }
    }

    private static String only(List<String> words) {
        try {
            return UUID.fromString(String.join(" ", words)).toString();
        } catch (IllegalArgumentException none) {
            throw new CommandRefusedException(
                    "Whom? Name the user by the id: erase 6f1c9a52-0000-4000-8000-000000000000");
        }
    }

    private void erase(String userId, boolean again) {
        UUID erasureId = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(status -> {
                if (again || users.erasure(userId).isEmpty()) {
                    keys.erase(userId, erasureId);
                    commands.sendAndWait(GenericCommandMessage.asCommandMessage(
                                    new EraseUser(userId, erasureId.toString(), again, clock.instant()))
                            .withMetaData(Map.of(EventMetadata.ACTOR, "system:erasure")));
                }
            });
        } catch (UserRefusal refusal) {
            throw new CommandRefusedException(refusal.getMessage());
        } catch (AggregateNotFoundException unknown) {
            throw new CommandRefusedException("There is no user %s.".formatted(userId));
        }
    }

    /** If Keycloak does not answer, the policy that carries all changes removes it later. */
    private boolean removeLogIn(String userId) {
        try {
            transaction.executeWithoutResult(status -> logIns.carry(userId));
            return true;
        } catch (LogInsUnavailableException e) {
            return false;
        }
    }

    private Receipt await(String userId, boolean logInGone, PrintStream out) {
        Semaphore news = new Semaphore(1);
        Runnable follower = news::release;
        log.follow(follower);
        try {
            Instant end = clock.instant().plus(settings.patience());
            Receipt receipt = receipt(userId, logInGone);
            List<String> told = List.of();
            while (!settings.confirmedBy().stream().allMatch(receipt.erasure().confirmations()::containsKey)
                    && news.tryAcquire(millisUntil(end), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
                receipt = receipt(userId, logInGone);
                if (!receipt.missing().equals(told)) {
                    told = receipt.missing();
                    out.println("Waiting for " + String.join(", ", told));
                }
            }
            return receipt;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } finally {
            log.unfollow(follower);
        }
    }

    private long millisUntil(Instant end) {
        return Math.max(0, end.toEpochMilli() - clock.millis());
    }

    private Receipt receipt(String userId, boolean logInGone) {
        ErasureEntry erasure = users.erasure(userId).orElseThrow();
        return new Receipt(erasure, settings.confirmedBy(), logInGone);
    }
}
