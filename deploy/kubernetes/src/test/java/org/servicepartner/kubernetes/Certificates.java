package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** Key stores as Strimzi makes them: of each user, with a certificate of one authority, and of that authority. */
final class Certificates {

    static final String PASSWORD = "of-all-key-stores";

    private static final String AUTHORITY = "authority";
    private static final String KEYTOOL =
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

    private final Path folder;
    private final Path everybody;

    Certificates(Path folder) {
        this.folder = folder;
        this.everybody = folder.resolve("everybody.p12");
        makeKey(AUTHORITY, "-ext", "bc:c");
    }

    /** The folder with {@code ca.p12}. */
    Path ofAuthority() {
        return stored(AUTHORITY, "ca.p12", (all, own) -> own.setCertificateEntry("ca", all.getCertificate(AUTHORITY)));
    }

    /** The folder with {@code user.p12}, made at the first call. */
    Path of(String user) {
        if (!Files.exists(folder.resolve(user))) {
            makeKey(user, "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1");
        }
        return stored(
                user,
                "user.p12",
                (all, own) -> own.setKeyEntry(
                        user,
                        all.getKey(user, PASSWORD.toCharArray()),
                        PASSWORD.toCharArray(),
                        all.getCertificateChain(user)));
    }

    private void makeKey(String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                KEYTOOL,
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-keystore",
                everybody.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Command.run(command.toArray(String[]::new));
    }

    private Path stored(String owner, String file, Content content) {
        try (InputStream made = Files.newInputStream(everybody)) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(made, PASSWORD.toCharArray());
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            content.copy(all, own);
            Path place = Files.createDirectories(folder.resolve(owner));
            try (OutputStream target = Files.newOutputStream(place.resolve(file))) {
                own.store(target, PASSWORD.toCharArray());
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Content {
        void copy(KeyStore all, KeyStore own) throws GeneralSecurityException;
    }
}
