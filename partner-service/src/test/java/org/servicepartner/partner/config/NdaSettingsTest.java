package org.servicepartner.partner.config;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.config.NdaSettings.Signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NdaSettingsTest {
    private static final Path KEY_STORE = Path.of("/run/secrets/signing.p12");

    @Test
    void whatIsMissingIsToldInASentence() {
        assertThatThrownBy(() -> new Signing(Path.of(""), "secret", "key"))
                .hasMessage("The environment variable NDA_SIGNING_KEY_STORE is missing;"
                        + " it names the PKCS12 file with the key that seals signed documents.");
        assertThatThrownBy(() -> new Signing(null, "secret", "key")).hasMessageContaining("NDA_SIGNING_KEY_STORE ");
        assertThatThrownBy(() -> new Signing(KEY_STORE, "", "key"))
                .hasMessageContaining("NDA_SIGNING_KEY_STORE_PASSWORD");
        assertThatThrownBy(() -> new Signing(KEY_STORE, "secret", " ")).hasMessageContaining("NDA_SIGNING_KEY_ALIAS");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(new Signing(KEY_STORE, "hidden", "key")).asString().doesNotContain("hidden");
    }
}
