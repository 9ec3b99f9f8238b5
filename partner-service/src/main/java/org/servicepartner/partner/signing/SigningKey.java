package org.servicepartner.partner.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;

/** The key with which the platform seals documents, from a PKCS12 key store. */
public final class SigningKey {
    private final DSSPrivateKeyEntry entry;
    private final Pkcs12SignatureToken token;

    private SigningKey(DSSPrivateKeyEntry entry, Pkcs12SignatureToken token) {
        this.entry = entry;
        this.token = token;
    }

    /** @throws IllegalStateException that says in a sentence what is wrong with the key store */
    public static SigningKey load(Path keyStore, String password, String alias, Instant now) {
        if (!Files.isReadable(keyStore)) {
            throw new IllegalStateException(
                    "The key store for signing documents, " + keyStore + ", is not there or cannot be read.");
        }
        KeyStore.PasswordProtection protection = new KeyStore.PasswordProtection(password.toCharArray());
        try (InputStream content = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, protection.getPassword());
            if (!store.isKeyEntry(alias)) {
                throw new IllegalStateException(
                        "The key store for signing documents, " + keyStore + ", has no key named " + alias + ".");
            }
            checkPeriod((X509Certificate) store.getCertificate(alias), now);
            return new SigningKey(
                    new KSPrivateKeyEntry(alias, (KeyStore.PrivateKeyEntry) store.getEntry(alias, protection)),
                    new Pkcs12SignatureToken(keyStore.toFile(), protection));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key store for signing documents, " + keyStore
                            + ", does not open: its password may be wrong, or it is no PKCS12 file.",
                    e);
        }
    }

    private static void checkPeriod(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException e) {
            throw new IllegalStateException(
                    "The certificate for signing documents is valid from "
                            + certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant() + ", which is not now.",
                    e);
        }
    }

    DSSPrivateKeyEntry entry() {
        return entry;
    }

    SignatureValue sign(ToBeSigned data, DigestAlgorithm digest) {
        return token.sign(data, digest, entry);
    }
}
