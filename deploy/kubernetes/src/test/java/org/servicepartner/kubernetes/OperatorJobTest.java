package org.servicepartner.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code deploy/operations/service --kubernetes} asks of kubectl. In its place is a script that answers as a cluster in which a
 * container takes its time to start; the Job is real, and held against its type.
 */
class OperatorJobTest {

    /** Like kubectl, it refuses the log of what has not begun. */
    private static final String KUBECTL = """
            #!/usr/bin/env bash
            cd "$(dirname "${BASH_SOURCE[0]}")"
            [ "$1 $2" = '-n service-partner' ] || exit 9
            shift 2
            case $* in
              'get deployment job-service -o json') cat deployment.json ;;
              'create -o name -f -') cat >job.json && echo job.batch/job-service-operation-x7k2p ;;
              'get pods --selector batch.kubernetes.io/job-name=job-service-operation-x7k2p -o '*)
                echo >>asked
                [ "$(wc -l <asked)" -lt 3 ] || case $* in
                  *running.startedAt*) echo 2026-11-27T09:30:00Z ;;
                  *terminated.exitCode*) cat code ;;
                esac ;;
              'logs --follow job.batch/job-service-operation-x7k2p')
                if [ "$(wc -l <asked)" -lt 3 ]; then
                  echo 'Error from server (BadRequest): container "application" is waiting to start: ContainerCreating' >&2
                  exit 1
                fi
                echo 'job-view is made anew from 5 events in 0.1 s, 50 a second.' ;;
              *) echo "unexpected: $*" >&2 && exit 9 ;;
            esac
            """;

    @TempDir
    private Path cluster = Path.of("");

    @BeforeEach
    void deploy() throws IOException {
        Files.createFile(
                cluster.resolve("kubectl"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(cluster.resolve("kubectl"), KUBECTL);
        Files.writeString(
                cluster.resolve("deployment.json"),
                Manifests.of(Path.of("overlays/production"))
                        .get("Deployment/job-service")
                        .content()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void itWaitsForTheJobPrintsItsOutputAndEndsAsItEnds(int code) throws Exception {
        Files.writeString(cluster.resolve("code"), String.valueOf(code));

        Process command = run("job-service", "rebuild", "job-view");

        assertThat(new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("job-view is made anew from 5 events in 0.1 s, 50 a second.\n");
        assertThat(command.waitFor()).isEqualTo(code);
    }

    @Test
    void theJobIsAReplicaThatNobodyAsksAndThatDoesOneThing() throws Exception {
        Files.writeString(cluster.resolve("code"), "0");

        run("job-service", "replay", "--id=a b").waitFor();

        Manifest job = new Manifest(
                (ObjectNode) Manifests.JSON.readTree(cluster.resolve("job.json").toFile()));
        assertThat(Models.complaint(job)).isEmpty();
        assertThat(job.at("/spec/template/metadata/labels/app.kubernetes.io~1component")
                        .asText())
                .as("the network lets it through")
                .isEqualTo("service");
        assertThat(job.at("/spec/template/spec/containers/0/args").toString())
                .startsWith("[\"replay\",\"--id=a b\",\"--server.port=0\"")
                .contains(
                        "consumer.auto-startup=false",
                        "management.metrics.enable.spring.cloud.stream.binder.kafka=false");
        assertThat(job.at("/spec/template/spec/containers/0").properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("ports", "startupProbe", "livenessProbe", "lifecycle")
                .contains("readinessProbe", "securityContext", "resources", "envFrom");
    }

    private Process run(String... arguments) throws IOException {
        ProcessBuilder command = new ProcessBuilder("../operations/service", "--kubernetes");
        command.command().addAll(List.of(arguments));
        command.environment().put("PATH", cluster + ":" + System.getenv("PATH"));
        command.environment().remove("NAMESPACE");
        return command.redirectErrorStream(true).start();
    }
}
