package org.servicepartner.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Keycloak from its distribution, in a process of its own. */
final class EmbeddedKeycloak extends KeycloakServer {

    private final Progress progress;
    private final int port;
    private final String adminPassword;
    private final Supplier<ServerProcess> start;
    private ServerProcess process;

    EmbeddedKeycloak(Progress progress, Path home, Path logs, InfrastructureSettings settings, MailServer mail) {
        this.progress = progress;
        this.port = Ports.claim(settings.keycloakPort(), "Keycloak");
        KeycloakCopy copy = KeycloakCopy.prepared(logs);
        copy.linkInto(home);
        RealmFile.writeTo(Directories.create(home.resolve("data/import")).resolve(REALM + "-realm.json"));
        adminPassword = KeycloakCopy.adminPassword(home);
        start = () -> ServerProcess.start(
                "Keycloak",
                logs.resolve("keycloak.log"),
                settings.realmEnvironment(Ports.HOST, mail.smtpPort()),
                copy.startCommand(home, port, List.of("--import-realm", "--hostname=" + baseUrl())));
        process = ready();
    }

    private ServerProcess ready() {
        ServerProcess started = start.get();
        started.awaitReady(Duration.ofSeconds(120), () -> answers(REALM));
        started.onCrash(sentence -> progress.crashed("Keycloak", sentence));
        return started;
    }

    @Override
    public void killAndRestart() {
        process.kill();
        process = ready();
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
    public void close() {
        process.close();
    }
}
