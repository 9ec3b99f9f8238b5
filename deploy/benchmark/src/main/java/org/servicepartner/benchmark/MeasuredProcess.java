package org.servicepartner.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of the two programs that are compared, in a JVM of its own; both get the same options. */
final class MeasuredProcess implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xmx768m",
            "-XX:+UseParallelGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final String name;
    private final Process process;
    private final Path log;

    private MeasuredProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static MeasuredProcess start(
            String name, Path log, Map<String, String> environment, List<String> moreOptions, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(moreOptions);
        command.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new MeasuredProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new BenchmarkException(name + " could not be started.", e);
        }
    }

    /** Holds the whole process, so that messages can gather; for seconds only, or its consumer group would do without it. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        requireAlive();
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new BenchmarkException("The signal " + signal + " could not be sent to " + name + ".");
            }
        } catch (IOException e) {
            throw new BenchmarkException("The tool 'kill' is missing (Debian: apt-get install procps).", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }

    /** What it occupies, MiB. */
    long memory() {
        requireAlive();
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1_024;
        } catch (IOException e) {
            throw new BenchmarkException("The memory of " + name + " cannot be read.", e);
        }
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new BenchmarkException(name + " has ended; its log is " + log + ".");
        }
    }

    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        resume();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
