package org.servicepartner.local.fleetcontrol;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "request-connection", description = "A provider asks a service partner to look after a fleet.")
final class RequestConnection implements Runnable {

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--fleet", required = true, paramLabel = "ID", description = "Fleet id.")
    private String fleet = "";

    @Option(names = "--fleet-name", required = true, paramLabel = "NAME")
    private String fleetName = "";

    @Option(names = "--provider", required = true, paramLabel = "NAME", description = "Name of the mobility provider.")
    private String provider = "";

    @Option(
            names = {"--provider-email", "--contact-email"},
            paramLabel = "ADDRESS",
            description = "Whom the partner can ask, and whom to tell when the connection is deleted.")
    private @Nullable String providerEmail;

    @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "Address of the service partner.")
    private String email = "";

    @Option(names = "--override-allowed", description = "Technicians may change what the provider filled in.")
    private boolean overrideAllowed;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Language in which the partner is written to: en or de (default: en).")
    private @Nullable String language;

    @Option(names = "--id", paramLabel = "UUID", description = "Connection id (default: a new one).")
    private @Nullable UUID id;

    @Override
    public void run() {
        UUID connectionId = id == null ? UUID.randomUUID() : id;
        Commands.publisher(fleetControl)
                .publish(List.of(Message.connectionRequested(
                        connectionId, fleet, fleetName, provider, providerEmail, email, overrideAllowed, language)));
        spec.commandLine()
                .getOut()
                .printf("Requested connection %s of fleet %s with %s.%n", connectionId, fleet, email);
    }
}
