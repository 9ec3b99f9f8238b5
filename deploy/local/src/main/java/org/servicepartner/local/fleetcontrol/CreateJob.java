package org.servicepartner.local.fleetcontrol;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "create-job", description = "Creates one job, or many alike; with --partner they are assigned at once.")
final class CreateJob implements Runnable {

    private static final int LISTED = 20;

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--fleet", required = true, paramLabel = "ID", description = "Fleet id.")
    private String fleet = "";

    @Option(names = "--partner", paramLabel = "UUID", description = "Partner id; without it the job is a draft.")
    private @Nullable UUID partner;

    @Option(names = "--id", paramLabel = "UUID", description = "Job id (default: a new one); not together with -n.")
    private @Nullable UUID id;

    @Option(
            names = {"-n", "--count"},
            defaultValue = "1",
            paramLabel = "COUNT",
            description = "How many jobs.")
    private int count = 1;

    @Mixin
    private JobFields fields = new JobFields();

    @Override
    public void run() {
        if (count < 1 || (count > 1 && id != null)) {
            throw new ParameterException(
                    spec.commandLine(), count < 1 ? "-n must be 1 or more." : "Give either --id or -n: ids differ.");
        }
        List<UUID> ids = id != null
                ? List.of(id)
                : Stream.generate(UUID::randomUUID).limit(count).toList();
        Commands.publisher(fleetControl)
                .publish(ids.stream()
                        .map(jobId -> Message.jobCreated(jobId, fleet, partner, fields.given()))
                        .toList());
        String as = partner == null ? "as a draft" : "and assigned it to partner " + partner;
        ids.stream()
                .limit(LISTED)
                .forEach(jobId ->
                        spec.commandLine().getOut().printf("Created job %s in fleet %s %s.%n", jobId, fleet, as));
        if (ids.size() > LISTED) {
            spec.commandLine().getOut().printf("... and %d more jobs.%n", ids.size() - LISTED);
        }
    }
}
