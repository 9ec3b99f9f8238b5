package org.servicepartner.notification.integration.consumed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.NdaSignature;
import org.servicepartner.notification.policy.WhenNdaSignedThenEmailSigner;
import org.servicepartner.notification.view.Teams;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

import static org.servicepartner.notification.integration.consumed.Json.require;
import static org.servicepartner.notification.integration.consumed.Json.requireText;

/** What partner-service says about teams and the agreements they sign. */
public final class PartnerMessages implements InboundHandler {
    private final Teams teams;
    private final WhenNdaSignedThenEmailSigner whenSigned;

    public PartnerMessages(Teams teams, WhenNdaSignedThenEmailSigner whenSigned) {
        this.teams = teams;
        this.whenSigned = whenSigned;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.partner.details-changed.v1" -> {
                DetailsChanged event = Json.read(message, DetailsChanged.class);
                long sequence = Json.sequence(message);
                yield new Reaction.Update(() -> teams.named(event.partnerId, event.teamName, sequence));
            }
            case "servicepartner.partner.nda-signed.v1" -> {
                NdaSignature signature = Json.read(message, NdaSigned.class).signature(message.id());
                yield new Reaction.Update(() -> whenSigned.signed(signature));
            }
            default -> new Reaction.Nothing();
        };
    }

    record DetailsChanged(UUID partnerId, String teamName) {
        DetailsChanged {
            require("partnerId", partnerId);
            requireText("teamName", teamName);
        }
    }

    record NdaSigned(
            String version,
            @Nullable String language,
            String documentHash,
            String companyName,
            String representative,
            UUID signedBy,
            Instant signedAt) {
        NdaSigned {
            requireText("version", version);
            requireText("documentHash", documentHash);
            requireText("companyName", companyName);
            requireText("representative", representative);
            require("signedBy", signedBy);
            require("signedAt", signedAt);
        }

        NdaSignature signature(String causeId) {
            return new NdaSignature(
                    causeId,
                    signedBy,
                    version,
                    Language.of(language),
                    companyName,
                    representative,
                    documentHash,
                    signedAt);
        }
    }
}
