package org.servicepartner.identity.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.SeedUser;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.startup.StartupTask;

/** Makes the users of the seed file known, active from the start; users that are known stay as they are. */
public final class Seed implements StartupTask {
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
    public void run() {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("SEED_FILE names " + file + ", which cannot be read");
        }
        for (Person user : JSON.readValue(file.toFile(), SeedFile.class).users()) {
            SeedUser command = new SeedUser(
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

    private record SeedFile(List<Person> users) {}

    private record Person(
            String userId, String partnerId, String email, String firstName, String lastName, Role role) {}
}
