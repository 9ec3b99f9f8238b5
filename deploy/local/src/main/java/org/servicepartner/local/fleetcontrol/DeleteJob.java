package org.servicepartner.local.fleetcontrol;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "delete-job", description = "Deletes a draft.")
final class DeleteJob implements Runnable {

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--id", required = true, paramLabel = "UUID", description = "Job id.")
    private UUID id = new UUID(0, 0);

    @Override
    public void run() {
        Commands.publisher(fleetControl).publish(List.of(Message.jobDeleted(id)));
        spec.commandLine().getOut().printf("Deleted job %s.%n", id);
    }
}
