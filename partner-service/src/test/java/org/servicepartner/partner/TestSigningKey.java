package org.servicepartner.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.test.context.DynamicPropertyRegistry;

import org.servicepartner.local.SigningKeyStore;

/** One key for sealing documents, made for this test run. */
final class TestSigningKey {
    private static final String PASSWORD = "only for tests";
    private static final Path KEY_STORE = make();

    private TestSigningKey() {}

    static void register(DynamicPropertyRegistry registry) {
        environment().forEach((name, value) -> registry.add(name, () -> value));
    }

    static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("NDA_SIGNING_KEY_STORE", KEY_STORE.toString());
        environment.put("NDA_SIGNING_KEY_STORE_PASSWORD", PASSWORD);
        environment.put("NDA_SIGNING_KEY_ALIAS", SigningKeyStore.ALIAS);
        return environment;
    }

    private static Path make() {
        try {
            Path directory = Files.createTempDirectory("partner-signing");
            directory.toFile().deleteOnExit();
            Path file = SigningKeyStore.ensure(directory.resolve("signing.p12"), PASSWORD);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
