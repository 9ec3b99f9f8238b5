package org.servicepartner.local.fleetcontrol;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import-jobs",
        description = {
            "Creates up to 1,000 jobs from a CSV file (UTF-8, header row); none as long as a cell is bad.",
            "If Kafka fails midway, the rows that it has taken are named: take them out and import the rest again.",
            "Columns, all optional: jobId, fleetId, partnerId, jobType, vin, licensePlate, customName, vehicleModel, "
                    + "telematicsUnitId, plannedServiceDate, configurationPreset, instructions."
        })
final class ImportJobs implements Callable<Integer> {

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.csv")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Publish nothing; name each bad cell.")
    private boolean dryRun;

    @Option(names = "--fleet", paramLabel = "ID", description = "Fleet id of rows that name none.")
    private @Nullable String fleet;

    @Option(names = "--partner", paramLabel = "UUID", description = "Partner id of rows that name none.")
    private @Nullable UUID partner;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        JobFile read = JobFile.read(file, fleet, partner);
        read.badCells().forEach(cell -> out.println(cell));
        if (!read.badCells().isEmpty()) {
            out.printf(
                    "%d bad cells. Nothing was published; repair them and try again.%n",
                    read.badCells().size());
            return 1;
        }
        if (dryRun) {
            out.printf(
                    "All %d rows are good. Nothing was published (dry run).%n",
                    read.jobs().size());
            return 0;
        }
        Commands.publisher(fleetControl)
                .publish(
                        read.jobs(),
                        job -> out.printf(
                                "Created job %s in fleet %s (row %d).%n",
                                job.key(),
                                job.data().get("fleetId"),
                                read.jobs().indexOf(job) + 2));
        out.printf("Published %d jobs.%n", read.jobs().size());
        return 0;
    }
}
