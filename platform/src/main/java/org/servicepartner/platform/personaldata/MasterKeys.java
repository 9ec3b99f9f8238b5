package org.servicepartner.platform.personaldata;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** The keys that wrap the keys of people, each known by a fingerprint. The first wraps, all unwrap. */
final class MasterKeys {
    static final int KEY_BYTES = 32;

    /** 96 bits, as NIST SP 800-38D recommends for GCM. */
    private static final int IV_BYTES = 12;

    private static final int FINGERPRINT_BYTES = 8;

    private final Map<String, BytesEncryptor> byFingerprint = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a key is missing, not base64 or not of 32 bytes; the message does not contain it */
    MasterKeys(String commaSeparatedBase64) {
        for (String key : commaSeparatedBase64.split(",")) {
            byte[] bytes = decoded(key.strip());
            byFingerprint.put(fingerprint(bytes), encryptor(bytes));
        }
    }

    private static byte[] decoded(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(
                    "The master keys of personal data must be base64, separated by commas", null);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A master key of personal data must have %d bytes, not %d".formatted(KEY_BYTES, bytes.length));
        }
        return bytes;
    }

    private static String fingerprint(byte[] key) {
        return HexFormat.of().formatHex(Digests.hmac(key, "fingerprint"), 0, FINGERPRINT_BYTES);
    }

    /** AES-256-GCM; a random initialisation vector stands in front. */
    static BytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }

    /** Of the key that wraps. */
    String current() {
        return byFingerprint.keySet().iterator().next();
    }

    String[] fingerprints() {
        return byFingerprint.keySet().toArray(String[]::new);
    }

    byte[] wrap(byte[] key) {
        return byFingerprint.get(current()).encrypt(key);
    }

    /** @throws IllegalStateException if the master key is not known here */
    byte[] unwrap(String fingerprint, byte[] wrapped) {
        BytesEncryptor master = byFingerprint.get(fingerprint);
        if (master == null) {
            throw new IllegalStateException("The master key %s of personal data is not known".formatted(fingerprint));
        }
        return master.decrypt(wrapped);
    }
}
