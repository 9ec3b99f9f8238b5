package org.servicepartner.partner.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.partner.domain.Company;
import org.servicepartner.partner.domain.NdaEdition;
import org.servicepartner.partner.domain.PartnerCommand;
import org.servicepartner.partner.domain.PartnerCommand.CompleteRegistration;
import org.servicepartner.partner.domain.PartnerCommand.GivePersonalDetails;
import org.servicepartner.partner.domain.PartnerCommand.GiveTeamDetails;
import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.domain.PartnerCommand.SignNda;
import org.servicepartner.partner.domain.Signer;
import org.servicepartner.partner.nda.NdaDocument;
import org.servicepartner.partner.nda.NdaDocuments;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.startup.StartupTask;

/**
 * Takes the partners of the seed file through the onboarding, by the same commands as everybody else: an onboarded one has really
 * signed the NDA, in the name of its first admin. What a partner has done already stays as it is.
 */
public final class Seed implements StartupTask {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String NDA_LANGUAGE = "en";

    private final Path file;
    private final PartnerView partners;
    private final NdaDocuments nda;
    private final CommandGateway commands;
    private final Clock clock;

    public Seed(Path file, PartnerView partners, NdaDocuments nda, CommandGateway commands, Clock clock) {
        this.file = file;
        this.partners = partners;
        this.nda = nda;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("SEED_FILE names " + file + ", which cannot be read");
        }
        SeedFile seed = JSON.readValue(file.toFile(), SeedFile.class);
        for (SeedPartner partner : seed.partners()) {
            Optional<PartnerProfile> known = partners.profile(partner.partnerId());
            if (known.isEmpty()) {
                send(new InvitePartner(partner.partnerId(), partner.teamEmail(), clock.instant()));
            }
            if (partner.onboarded() && known.map(PartnerProfile::nda).isEmpty()) {
                onboard(partner, seed.adminOf(partner));
            }
        }
    }

    private void onboard(SeedPartner partner, SeedUser admin) {
        String partnerId = partner.partnerId();
        Instant now = clock.instant();
        send(new CompleteRegistration(partnerId, admin.email(), now));
        send(new GiveTeamDetails(partnerId, partner.teamName(), partner.teamEmail(), now));
        send(new GivePersonalDetails(partnerId, admin.userId(), admin.firstName(), admin.lastName(), now));
        NdaDocument document = nda.in(NDA_LANGUAGE);
        send(new SignNda(
                partnerId,
                new NdaEdition(document.version(), document.language(), document.documentHash()),
                partner.company(),
                new Signer(admin.userId(), admin.email(), null),
                now));
    }

    private void send(PartnerCommand command) {
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(EventMetadata.CORRELATION_ID, "seed", EventMetadata.ACTOR, "system:seed")));
    }

    private record SeedFile(List<SeedPartner> partners, List<SeedUser> users) {
        SeedUser adminOf(SeedPartner partner) {
            return users.stream()
                    .filter(user -> user.partnerId().equals(partner.partnerId())
                            && user.role().equals("ADMIN"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "SEED_FILE has no admin of the onboarded partner " + partner.partnerId()));
        }
    }

    private record SeedPartner(
            String partnerId, String teamName, String teamEmail, boolean onboarded, Company company) {}

    private record SeedUser(
            String userId, String partnerId, String email, String firstName, String lastName, String role) {}
}
