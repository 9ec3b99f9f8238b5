package org.servicepartner.notification.policy;

import java.time.Clock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.NdaSignature;
import org.servicepartner.notification.domain.User;
import org.servicepartner.notification.view.Signatures;

/** Who has signed gets the proof, as soon as the address is known: identity-service may tell of the signer later. */
public final class WhenNdaSignedThenEmailSigner {
    private static final int AT_ONCE = 100;

    private final Signatures signatures;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    public WhenNdaSignedThenEmailSigner(
            Signatures signatures, Outbox outbox, TransactionOperations transaction, Clock clock) {
        this.signatures = signatures;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void signed(NdaSignature signature) {
        signatures.added(signature);
    }

    /** Every replica may do it at once. */
    @Scheduled(fixedDelayString = "${servicepartner.delivery.interval}")
    public void orderLetters() {
        transaction.executeWithoutResult(status -> orderLettersToKnownSigners());
    }

    private void orderLettersToKnownSigners() {
        for (Signatures.Signed signed : signatures.takeThoseWithKnownSigner(AT_ONCE)) {
            NdaSignature signature = signed.signature();
            User signer = signed.signer();
            outbox.add(Delivery.ordered(
                    signature.causeId(),
                    signer.email(),
                    signer.languageOr(signature.language()),
                    signature.letterTo(signer),
                    clock.instant()));
        }
    }
}
