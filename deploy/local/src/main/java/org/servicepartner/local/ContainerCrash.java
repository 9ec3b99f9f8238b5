package org.servicepartner.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.containers.GenericContainer;

/** A container's sudden end and new start; its files and its port stay. */
final class ContainerCrash {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ContainerCrash() {}

    static void killAndRestart(GenericContainer<?> container, ContainerLog log, BooleanSupplier answers) {
        DockerClient docker = container.getDockerClient();
        docker.killContainerCmd(container.getContainerId()).exec();
        docker.startContainerCmd(container.getContainerId()).exec();
        log.beginAnew();
        container.followOutput(log);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new InfrastructureException(container.getDockerImageName() + " did not answer within "
                        + PATIENCE.toSeconds() + " s after it was killed and started again.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("Interrupted while waiting for a container.", stop);
        }
    }
}
