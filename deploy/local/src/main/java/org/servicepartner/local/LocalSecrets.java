package org.servicepartner.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of this machine's stack: made up at the first start, kept in a file that only its owner reads, never committed. */
final class LocalSecrets {

    private final Path file;
    private final Properties known = new Properties();

    LocalSecrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(
                        "The file " + file + " cannot be read; delete it to get new secrets.", failure);
            }
        }
    }

    synchronized String get(String name) {
        String value = known.getProperty(name);
        if (value == null) {
            value = random();
            set(name, value);
        }
        return value;
    }

    /** A key of 32 bytes in base64. */
    synchronized String key(String name) {
        if (!known.containsKey(name)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            set(name, Base64.getEncoder().encodeToString(key));
        }
        return known.getProperty(name);
    }

    synchronized void set(String name, String value) {
        if (!value.equals(known.setProperty(name, value))) {
            store();
        }
    }

    static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void store() {
        try {
            if (!Files.exists(file)) {
                Directories.create(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Secrets of the local stack on this machine");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", failure);
        }
    }
}
