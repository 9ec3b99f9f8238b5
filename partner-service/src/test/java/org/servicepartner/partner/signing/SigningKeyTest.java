package org.servicepartner.partner.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servicepartner.local.SigningKeyStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is wrong with the key is told at start, in a sentence. */
class SigningKeyTest {
    private static final String PASSWORD = "a password";

    @TempDir
    static Path directory;

    static Path keyStore;

    @BeforeAll
    static void makeKey() {
        keyStore = SigningKeyStore.ensure(directory.resolve("signing.p12"), PASSWORD);
    }

    @Test
    void aGoodKeyIsLoaded() {
        SigningKey key = SigningKey.load(keyStore, PASSWORD, SigningKeyStore.ALIAS, Instant.now());
        assertThat(key.entry().getCertificate().getSubject().getPrettyPrintRFC2253())
                .contains("Service Partner Platform");
    }

    @Test
    void aFileThatIsNotThere() {
        Path nowhere = directory.resolve("nowhere.p12");
        assertThatThrownBy(() -> SigningKey.load(nowhere, PASSWORD, SigningKeyStore.ALIAS, Instant.now()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The key store for signing documents, " + nowhere + ", is not there or cannot be read.");
    }

    @Test
    void aWrongPassword() {
        assertThatThrownBy(() -> SigningKey.load(keyStore, "wrong", SigningKeyStore.ALIAS, Instant.now()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("does not open: its password may be wrong, or it is no PKCS12 file.");
    }

    @Test
    void aFileOfAnotherKind() throws Exception {
        Path text = Files.writeString(directory.resolve("text.p12"), "no key store");
        assertThatThrownBy(() -> SigningKey.load(text, PASSWORD, SigningKeyStore.ALIAS, Instant.now()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is no PKCS12 file");
    }

    @Test
    void anAliasThatIsNotInIt() {
        assertThatThrownBy(() -> SigningKey.load(keyStore, PASSWORD, "other", Instant.now()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("has no key named other.");
    }

    @Test
    void aCertificateThatHasExpired() {
        assertThatThrownBy(() -> SigningKey.load(
                        keyStore, PASSWORD, SigningKeyStore.ALIAS, Instant.parse("2100-01-01T00:00:00Z")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("which is not now");
    }
}
