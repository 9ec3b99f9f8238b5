package org.servicepartner.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PKCS12 key store with one self-signed key (RSA, 3,072 bits, valid from yesterday for ten years) for
 * signing documents. Good for this machine and for
 * tests; nobody else trusts it.
 */
public final class SigningKeyStore {

    /** The alias of the key. */
    public static final String ALIAS = "documents";

    private static final String PASSWORD_VARIABLE = "SIGNING_KEY_STORE_PASSWORD";
    private static final int PATIENCE_SECONDS = 60;

    private SigningKeyStore() {}

    /**
     * Makes the key store if there is none that opens with the password. One that does not open is replaced: without its password
     * it is of no use. Only the owner may read the file.
     *
     * @throws InfrastructureException if it cannot be made
     */
    public static Path ensure(Path file, String password) {
        if (!opens(file, password)) {
            create(file, password);
        }
        return file;
    }

    private static boolean opens(Path file, String password) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            return store.isKeyEntry(ALIAS);
        } catch (IOException | GeneralSecurityException absentOrOfNoUse) {
            return false;
        }
    }

    private static void create(Path file, String password) {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            Directories.create(file.toAbsolutePath().getParent());
            Files.deleteIfExists(made);
            makeKey(made, password);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The key store " + file + " could not be made.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("The key store " + file + " was not made: interrupted.", interrupted);
        }
    }

    /** With the JDK's own tool; the password goes through the environment, where other users do not see it. */
    private static void makeKey(Path file, String password) throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "3072",
                        "-sigalg",
                        "SHA256withRSA",
                        "-startdate",
                        "-1d",
                        "-validity",
                        "3650",
                        "-dname",
                        "CN=Service Partner Platform (local), OU=Self-signed, O=Service Partner Platform",
                        "-ext",
                        "KeyUsage:critical=digitalSignature,nonRepudiation",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        PASSWORD_VARIABLE))
                .redirectErrorStream(true);
        keytool.environment().put(PASSWORD_VARIABLE, password);
        Process process = keytool.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new InfrastructureException("The key store " + file + " could not be made: " + told.strip());
        }
    }
}
