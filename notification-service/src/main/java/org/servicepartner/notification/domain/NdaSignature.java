package org.servicepartner.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A signature under the non-disclosure agreement.
 *
 * @param causeId id of the message that told of it
 * @param signerId user who signed
 */
public record NdaSignature(
        String causeId,
        UUID signerId,
        String version,
        Language language,
        String companyName,
        String representative,
        String documentHash,
        Instant signedAt) {
    public Letter letterTo(User signer) {
        return new Letter.NdaSigned(signer.firstName(), version, companyName, representative, documentHash, signedAt);
    }
}
