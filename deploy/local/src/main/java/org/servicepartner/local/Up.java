package org.servicepartner.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code deploy/local/up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the whole platform on this machine; Ctrl-C stops it.")
public final class Up implements Callable<Integer> {

    @Option(names = "--keep", description = "Keep the data in .local/ and go on with it at the next start with --keep.")
    private boolean keep;

    @Option(
            names = "--port-offset",
            defaultValue = "0",
            paramLabel = "N",
            description = "Add N to every port, for a second stack beside the first.")
    private int portOffset;

    @Option(names = "--project", hidden = true, defaultValue = ".")
    private Path project = Path.of(".");

    private final PrintStream out = System.out;

    private Up() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Up()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        ConsoleProgress progress = new ConsoleProgress(out);
        LocalStack stack = LocalStack.with(new LocalStackOptions(
                project, keep, new LocalPorts(portOffset), Hosting.fromSystemProperty(), progress));
        AtomicBoolean started = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, started.get()), "stop-local-stack"));
        long begin = System.nanoTime();
        out.println("Starting the platform. Logs are in " + stack.logs());
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleAtFixedRate(progress::refresh, 500, 500, TimeUnit.MILLISECONDS);
            stack.start();
            clock.shutdownNow();
        } catch (InfrastructureException failure) {
            out.println();
            out.println(failure.getMessage());
            return 1;
        }
        started.set(true);
        out.println(stack.welcome(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), UUID.randomUUID()));
        new CountDownLatch(1).await();
        return 0;
    }

    private void stop(LocalStack stack, boolean wasUp) {
        if (wasUp) {
            out.println();
            out.println("Stopping the platform.");
        }
        stack.close();
        if (wasUp) {
            out.println(keep ? "Stopped. The data is kept in .local/." : "Stopped. Nothing is left running.");
        }
        out.flush();
    }
}
