package org.servicepartner.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.servicepartner.local.InfrastructureException;

/** The command {@code deploy/benchmark/run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures job-service beside a bare pipeline on real PostgreSQL and Kafka.")
public final class Benchmark implements Callable<Integer> {

    /** What can be measured. */
    enum Part {
        THROUGHPUT,
        LATENCY,
        VISIBILITY,
        PUSH,
        LISTING
    }

    @Option(
            names = "--quick",
            description = "One short round of everything: shows that it works, the numbers say little.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Measure only these: ${COMPLETION-CANDIDATES}.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description =
                    "One more option for the JVM of job-service, such as -XX:StartFlightRecording=filename=/tmp/job.jfr")
    private List<String> javaOptions = List.of();

    @Option(names = "--jar", description = "Another job-service.jar than that of this checkout.")
    private @Nullable Path jar;

    @Option(names = "--project", hidden = true, defaultValue = ".")
    private Path project = Path.of(".");

    private Benchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path target = project.resolve("deploy/benchmark/target");
        Path logs = Files.createDirectories(target.resolve("logs"));
        Path jobService = jar == null ? project.resolve("job-service/target/job-service.jar") : jar;
        try {
            String report = measure(quick ? Scale.quick() : Scale.full(), jobService, logs)
                    .markdown();
            Path file = Files.writeString(target.resolve("benchmark.md"), report);
            System.out.println("\n" + report + "\nThis is also in " + file);
            return 0;
        } catch (BenchmarkException | InfrastructureException e) {
            System.err.println(e.getMessage() + " The logs are in " + logs);
            return 1;
        }
    }

    private Report measure(Scale scale, Path jobService, Path logs) {
        double load = Report.loadOfMachine();
        long start = System.nanoTime();
        System.out.println("Starting PostgreSQL, Kafka, Keycloak, the bare pipeline and job-service ...");
        try (Testbed testbed = new Testbed(jobService, logs, javaOptions)) {
            return new Report(
                    scale,
                    parts.contains(Part.THROUGHPUT)
                            ? new Throughput(testbed, scale, System.out::println).measure()
                            : List.of(),
                    parts.contains(Part.LATENCY)
                            ? new Latency(testbed, scale, System.out::println).measure()
                            : List.of(),
                    parts.contains(Part.VISIBILITY)
                            ? new Visibility(testbed, scale, System.out::println).measure()
                            : List.of(),
                    parts.contains(Part.PUSH) ? new Push(testbed, scale, System.out::println).measure() : null,
                    parts.contains(Part.LISTING)
                            ? new Listing(testbed, scale, System.out::println).measure()
                            : List.of(),
                    load,
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
