package org.servicepartner.local.fleetcontrol;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "withdraw-connection", description = "The provider takes a pending request back.")
final class WithdrawConnection implements Runnable {

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--id", required = true, paramLabel = "UUID", description = "Connection id.")
    private UUID id = new UUID(0, 0);

    @Option(names = "--fleet", required = true, paramLabel = "ID", description = "Fleet id of the request.")
    private String fleet = "";

    @Override
    public void run() {
        Commands.publisher(fleetControl).publish(List.of(Message.connectionWithdrawn(id, fleet)));
        spec.commandLine().getOut().printf("Withdrew connection %s of fleet %s.%n", id, fleet);
    }
}
