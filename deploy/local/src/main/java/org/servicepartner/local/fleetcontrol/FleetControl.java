package org.servicepartner.local.fleetcontrol;

import java.io.PrintWriter;
import java.time.Clock;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code deploy/local/fleetcontrol}. Ends with 0 if all went well, 1 if something was refused or no broker answers,
 * 2 if the command line is wrong.
 */
@Command(
        name = "fleetcontrol",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Plays FleetControl: publishes connection requests and jobs to Kafka, and shows what comes back.",
        subcommands = {
            RequestConnection.class,
            WithdrawConnection.class,
            CreateJob.class,
            ImportJobs.class,
            AssignJob.class,
            ChangeJob.class,
            DeleteJob.class,
            Watch.class
        })
public final class FleetControl implements Runnable {

    @Option(
            names = "--broker",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:19092}",
            paramLabel = "HOST:PORT",
            description = "The Kafka broker (default: $KAFKA_BOOTSTRAP_SERVERS or 127.0.0.1:19092).")
    private String broker = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private FleetControl() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new FleetControl())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof Refusal refusal) {
                        command.getErr().println(refusal.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    Publisher publisher() {
        return new Publisher(broker, Clock.systemUTC());
    }

    String broker() {
        return broker;
    }
}
