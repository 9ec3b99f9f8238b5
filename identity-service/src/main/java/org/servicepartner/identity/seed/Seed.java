package org.servicepartner.identity.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.ActivateUser;
import org.servicepartner.platform.eventstore.EventMetadata;

/** Makes the users of the seed file known, through the same command as everybody else; users that are known stay as they are. */
public final class Seed implements ApplicationRunner {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final CommandGateway commands;
    private final Clock clock;

    public Seed(Path file, CommandGateway commands, Clock clock) {
        this.file = file;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("SEED_FILE names " + file + ", which cannot be read");
        }
        for (SeedUser user : JSON.readValue(file.toFile(), SeedFile.class).users()) {
            ActivateUser command = new ActivateUser(
                    user.userId(),
                    user.partnerId(),
                    user.email(),
                    user.firstName(),
                    user.lastName(),
                    user.role(),
                    clock.instant());
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                    .withMetaData(Map.of(EventMetadata.CORRELATION_ID, "seed", EventMetadata.ACTOR, "system:seed")));
        }
    }

    private record SeedFile(List<SeedUser> users) {}

    private record SeedUser(
            String userId, String partnerId, String email, String firstName, String lastName, Role role) {}
}
