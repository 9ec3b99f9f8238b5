package org.servicepartner.partner.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.partner.domain.OnboardingStep;
import org.servicepartner.partner.domain.PartnerCommand;
import org.servicepartner.partner.domain.PartnerCommand.ChangeDetails;
import org.servicepartner.partner.domain.PartnerCommand.CompleteStep;
import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.EventMetadata;

/** Makes the partners of the seed file known, through the same commands as everybody else; partners that are known stay as they are. */
public final class Seed implements ApplicationRunner {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final PartnerView partners;
    private final CommandGateway commands;
    private final Clock clock;

    public Seed(Path file, PartnerView partners, CommandGateway commands, Clock clock) {
        this.file = file;
        this.partners = partners;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("SEED_FILE names " + file + ", which cannot be read");
        }
        for (SeedPartner partner : JSON.readValue(file.toFile(), SeedFile.class).partners()) {
            if (partners.profile(partner.partnerId()).isEmpty()) {
                add(partner);
            }
        }
    }

    private void add(SeedPartner partner) {
        Instant now = clock.instant();
        send(new InvitePartner(partner.partnerId(), partner.teamEmail(), now));
        if (partner.onboarded()) {
            for (OnboardingStep step : OnboardingStep.values()) {
                send(new CompleteStep(partner.partnerId(), step, now));
            }
        }
        send(new ChangeDetails(partner.partnerId(), partner.teamName(), partner.teamEmail(), now));
    }

    private void send(PartnerCommand command) {
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(EventMetadata.CORRELATION_ID, "seed", EventMetadata.ACTOR, "system:seed")));
    }

    private record SeedFile(List<SeedPartner> partners) {}

    private record SeedPartner(String partnerId, String teamName, String teamEmail, boolean onboarded) {}
}
