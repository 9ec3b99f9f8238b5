package org.servicepartner.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.testcontainers.Testcontainers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** Keycloak in a container. */
final class ContainerKeycloak extends KeycloakServer {

    private static final int PORT_INSIDE = 8080;
    private static final String HOST_SEEN_FROM_INSIDE = "host.testcontainers.internal";

    private final GenericContainer<?> container;
    private final ContainerLog log;
    private final int port;
    private final String adminPassword = LocalSecrets.random();

    ContainerKeycloak(Path directory, Path logs, InfrastructureSettings settings, MailServer mail) {
        log = new ContainerLog(logs, "keycloak");
        port = Ports.claim(settings.keycloakPort(), "Keycloak");
        Path realm = Directories.create(directory).resolve(REALM + "-realm.json");
        RealmFile.writeTo(realm);
        Path themes = directory.resolve("themes");
        KeycloakTheme.copyInto(themes);
        Testcontainers.exposeHostPorts(
                mail.smtpPort(), URI.create(settings.portalUrl()).getPort());
        String version =
                ServerArtifacts.keycloakArchive().getParent().getFileName().toString();
        container = new GenericContainer<>("quay.io/keycloak/keycloak:" + version)
                .withExposedPorts(PORT_INSIDE)
                .withEnv(settings.realmEnvironment(HOST_SEEN_FROM_INSIDE, mail.smtpPort()))
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN)
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword)
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m")
                .withEnv("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(realm), "/opt/keycloak/data/import/" + realm.getFileName())
                .withCopyFileToContainer(
                        MountableFile.forHostPath(themes.resolve(KeycloakTheme.NAME)),
                        "/opt/keycloak/themes/" + KeycloakTheme.NAME)
                .withCommand("start-dev", "--import-realm", "--hostname=" + baseUrl())
                .waitingFor(Wait.forHttp("/realms/" + REALM).forPort(PORT_INSIDE))
                .withLogConsumer(log)
                .withStartupTimeout(Duration.ofMinutes(5));
        container.setPortBindings(List.of(Ports.HOST + ":" + port + ":" + PORT_INSIDE));
        container.start();
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://" + Ports.HOST + ":" + port);
    }

    @Override
    public String adminPassword() {
        return adminPassword;
    }

    @Override
    public void killAndRestart() {
        ContainerCrash.killAndRestart(container, log, () -> answers(REALM));
    }

    @Override
    public void close() {
        container.stop();
    }
}
