package org.servicepartner.partner.config;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param version of the NDA that is offered: a day
 * @param location of the texts; below it one directory per version
 * @param checkInterval pause between two looks for partners that signed an older version
 */
@ConfigurationProperties("servicepartner.nda")
record NdaSettings(String version, String location, Duration checkInterval, Signing signing) {
    NdaSettings {
        if (!checkInterval.isPositive()) {
            throw new IllegalArgumentException(
                    "servicepartner.nda.check-interval must be positive, not " + checkInterval);
        }
    }

    /**
     * @param keyStore a PKCS12 file with the key that seals signed documents
     * @param alias of the key in it
     */
    record Signing(@Nullable Path keyStore, String password, String alias) {
        Signing {
            if (keyStore == null || keyStore.toString().isBlank()) {
                throw missing("NDA_SIGNING_KEY_STORE", "the PKCS12 file with the key that seals signed documents");
            }
            if (password.isBlank()) {
                throw missing("NDA_SIGNING_KEY_STORE_PASSWORD", "the password of the key store");
            }
            if (alias.isBlank()) {
                throw missing("NDA_SIGNING_KEY_ALIAS", "the name of the key in the key store");
            }
        }

        private static IllegalArgumentException missing(String variable, String meaning) {
            return new IllegalArgumentException(
                    "The environment variable " + variable + " is missing; it names " + meaning + ".");
        }

        @Override
        public String toString() {
            return "Signing[keyStore=" + keyStore + ", alias=" + alias + "]";
        }
    }
}
