package org.servicepartner.local.fleetcontrol;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "change-job", description = "Replaces all fields of a draft by the given ones.")
final class ChangeJob implements Runnable {

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--id", required = true, paramLabel = "UUID", description = "Job id.")
    private UUID id = new UUID(0, 0);

    @Mixin
    private JobFields fields = new JobFields();

    @Override
    public void run() {
        Commands.publisher(fleetControl).publish(List.of(Message.jobChanged(id, fields.given())));
        spec.commandLine().getOut().printf("Changed job %s to %s.%n", id, fields.given());
    }
}
