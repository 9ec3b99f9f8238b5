package org.servicepartner.local;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SigningKeyStoreTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_new_one_holds_a_key_for_signatures_and_is_private() throws Exception {
        Path file = SigningKeyStore.ensure(directory.resolve("new/signing.p12"), "a password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        X509Certificate certificate = certificate(file, "a password");
        assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getKeyUsage()).startsWith(true, true);
    }

    @Test
    void one_that_opens_is_kept() throws Exception {
        Path file = SigningKeyStore.ensure(directory.resolve("signing.p12"), "a password");
        byte[] before = Files.readAllBytes(file);

        SigningKeyStore.ensure(file, "a password");

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void one_whose_password_is_lost_is_replaced() throws Exception {
        Path file = SigningKeyStore.ensure(directory.resolve("signing.p12"), "a password");

        SigningKeyStore.ensure(file, "another password");

        assertThat(certificate(file, "another password")).isNotNull();
    }

    private static X509Certificate certificate(Path file, String password) throws Exception {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            assertThat(store.getKey(SigningKeyStore.ALIAS, password.toCharArray()))
                    .isNotNull();
            return (X509Certificate) store.getCertificate(SigningKeyStore.ALIAS);
        }
    }
}
