package org.servicepartner.local;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deploy/operations/database}. */
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Backs up the local stack's PostgreSQL, and recovers it beside the running one as of a moment.",
        subcommands = {DatabaseBackup.Take.class, DatabaseBackup.Recover.class})
final class DatabaseBackup {
    private DatabaseBackup() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new DatabaseBackup()).registerConverter(Instant.class, Instant::parse);
        command.setExecutionExceptionHandler((failure, failed, parsed) -> {
            if (failure instanceof InfrastructureException told) {
                failed.getErr().println(told.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
        System.exit(command.execute(arguments));
    }

    /** Which stack. */
    private static final class Place {
        @Option(names = "--project", hidden = true, defaultValue = ".")
        private Path project = Path.of(".");

        @Option(names = "--port-offset", hidden = true, defaultValue = "0")
        private int portOffset;

        LocalStackOptions options() {
            return LocalStackOptions.forTests(project, portOffset);
        }

        int port() {
            return options().ports().postgres();
        }

        String server() {
            return "jdbc:postgresql://" + Ports.HOST + ":" + port() + "/postgres";
        }

        PostgresBackup backup() {
            return new PostgresBackup(options().directory().resolve("backup"));
        }
    }

    @Command(
            name = "take",
            description = "Makes a base backup of the running server; from the first one on its log is archived.")
    static final class Take implements Callable<Integer> {
        @Mixin
        private Place place = new Place();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            String url = "jdbc:postgresql://" + Ports.HOST + ":"
                    + place.options().ports().postgres() + "/postgres";
            spec.commandLine()
                    .getOut()
                    .println("The base backup is " + place.backup().take(url) + ".");
            return 0;
        }
    }

    @Command(
            name = "recover",
            description =
                    "Starts a second server with the databases as they were; Ctrl-C stops it and removes its data.")
    static final class Recover implements Callable<Integer> {
        @Mixin
        private Place place = new Place();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--to",
                description = "The moment, such as 2026-01-31T09:30:00Z; without it, the end of the archived log.")
        private @Nullable Instant moment;

        @Option(names = "--port", required = true, description = "TCP port of the second server on 127.0.0.1.")
        private int port;

        @Override
        public Integer call() throws InterruptedException {
            PrintWriter out = spec.commandLine().getOut();
            Path directory = place.options().directory().resolve("recovered-" + port);
            if (Files.exists(directory)) {
                throw new InfrastructureException(directory + " is there already. Remove it, or choose another port.");
            }
            if (!Ports.isFree(place.port())) {
                place.backup().archive(place.server());
            }
            place.backup().restore(directory.resolve("data"), moment);
            EmbeddedPostgresServer server =
                    new EmbeddedPostgresServer(Progress.SILENT, directory, directory, port, true);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                Directories.delete(directory);
            }));
            out.println("The databases as they were serve at jdbc:postgresql://" + Ports.HOST + ":" + port
                    + "/job and the like.");
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
