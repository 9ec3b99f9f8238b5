package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code deploy/docker/compose.yaml} needs and git must not hold, written into {@code .local/docker}, which only its owner may
 * enter: the secrets of the local stack as environment variables, the realm with the demo users, and the key that seals documents.
 */
public final class ComposeFiles {

    private ComposeFiles() {}

    /** The command {@code deploy/docker/compose} calls this with the project's directory before Docker Compose. */
    public static void main(String[] arguments) {
        writeInto(Path.of(arguments[0]));
    }

    static Path writeInto(Path project) {
        Path local = project.resolve(".local");
        LocalSecrets secrets = new LocalSecrets(local.resolve("secrets.properties"));
        Map<String, String> variables = variables(secrets);
        try {
            Path directory = Directories.create(local.resolve("docker"));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(
                    directory.resolve("secrets.env"),
                    variables.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining()));
            RealmFile.writeTo(directory.resolve(KeycloakServer.REALM + "-realm.json"));
            Path keyStore = SigningKeyStore.ensure(
                    directory.resolve("document-signing.p12"), variables.get("NDA_SIGNING_KEY_STORE_PASSWORD"));
            // Containers get the file itself, under a user that is not the owner's.
            Files.setPosixFilePermissions(keyStore, PosixFilePermissions.fromString("rw-r--r--"));
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException("The files for Docker Compose could not be written into " + local, failure);
        }
    }

    private static Map<String, String> variables(LocalSecrets secrets) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "POSTGRES_PASSWORD", secrets.get("docker.postgres-password"),
                "KEYCLOAK_DATABASE_PASSWORD", secrets.get("docker.keycloak-database"),
                "KEYCLOAK_ADMIN_PASSWORD", secrets.get("docker.keycloak-admin-password"),
                "GATEWAY_CLIENT_SECRET", secrets.get("gateway.client-secret"),
                "IDENTITY_CLIENT_SECRET", secrets.get("identity.client-secret"),
                "TELEMATICS_CLIENT_SECRET", secrets.get("telematics.client-secret"),
                "LINK_SIGNING_KEY", secrets.key("link.signing-key"),
                "SESSION_KEY", secrets.key("gateway.session-key"),
                "PERSONAL_DATA_KEY", secrets.key("personal-data.master-key"),
                "NDA_SIGNING_KEY_STORE_PASSWORD", secrets.get("partner.signing-key-store-password")));
        for (App app : App.values()) {
            variables.put(
                    app.database().toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD",
                    secrets.get("database." + app.database()));
        }
        return variables;
    }
}
