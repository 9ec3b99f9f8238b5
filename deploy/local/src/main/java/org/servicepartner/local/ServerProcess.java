package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A forked server: its output goes to a log file, and it ends with this JVM. */
final class ServerProcess implements AutoCloseable {

    private static final int LAST_LINES = 15;

    private final String name;
    private final Path logFile;
    private final Process process;
    private volatile boolean toldToEnd;

    private ServerProcess(String name, Path logFile, Process process) {
        this.name = name;
        this.logFile = logFile;
        this.process = process;
    }

    /** The log begins anew. */
    static ServerProcess start(String name, Path logFile, Map<String, String> environment, List<String> command) {
        return start(name, logFile, ProcessBuilder.Redirect.to(logFile.toFile()), environment, command);
    }

    /** The log of the process before goes on. */
    static ServerProcess startAgain(String name, Path logFile, Map<String, String> environment, List<String> command) {
        return start(name, logFile, ProcessBuilder.Redirect.appendTo(logFile.toFile()), environment, command);
    }

    private static ServerProcess start(
            String name,
            Path logFile,
            ProcessBuilder.Redirect output,
            Map<String, String> environment,
            List<String> command) {
        Directories.create(logFile.getParent());
        ProcessBuilder builder = new ProcessBuilder(Watchdog.inOwnSession(command))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Watchdog.watch(process.pid());
            process.onExit().thenRun(() -> Watchdog.forget(process.pid()));
            return new ServerProcess(name, logFile, process);
        } catch (IOException failure) {
            throw new InfrastructureException(name + " could not be started: " + failure.getMessage(), failure);
        }
    }

    /**
     * Returns once the check passes.
     *
     * @throws InfrastructureException if the process ends before, or the time is up; with the last lines of the log
     */
    void awaitReady(Duration patience, BooleanSupplier check) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!check.getAsBoolean()) {
            if (exitsWithin(Duration.ofMillis(100))) {
                throw new InfrastructureException(
                        name + " ended while it started (exit code " + process.exitValue() + "). " + lastWords());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new InfrastructureException(
                        name + " did not become ready within " + patience.toSeconds() + " s. " + lastWords());
            }
        }
    }

    /** Waits for the end and gives the exit code; a process that takes longer than its time is killed. */
    int exitCode(Duration patience) {
        if (!exitsWithin(patience)) {
            kill();
            throw new InfrastructureException(
                    name + " did not end within " + patience.toSeconds() + " s. " + lastWords());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    /** Tells if the process ends without having been told to, with a sentence that says what happened and what to do. */
    void onCrash(Consumer<String> told) {
        process.onExit().thenRun(() -> {
            if (!toldToEnd) {
                told.accept(Progress.crash(name, "exit code " + process.exitValue(), lastWords()));
            }
        });
    }

    String lastWords() {
        return "Its log is " + logFile + " and ends with:\n" + String.join("\n", lastLines());
    }

    /** Asks the process to end; after 15 s it is killed. */
    @Override
    public void close() {
        close(Duration.ofSeconds(15));
    }

    /** Asks the process to end; what takes longer than its time is killed. */
    void close(Duration patience) {
        toldToEnd = true;
        process.destroy();
        if (!exitsWithin(patience)) {
            kill();
        }
    }

    void kill() {
        toldToEnd = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        exitsWithin(Duration.ofSeconds(5));
    }

    private List<String> lastLines() {
        try {
            List<String> lines =
                    Files.readString(logFile, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of("(the log cannot be read)");
        }
    }

    private boolean exitsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new InfrastructureException(name + " was told to stop.", stop);
        }
    }
}
