package org.servicepartner.gateway.sessions;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

import org.servicepartner.gateway.GatewayProperties;

/**
 * Turns objects into bytes that only the gateway can read or make (AES-256-GCM), so that neither a copy of the database
 * tells a token nor a row that somebody else has written is ever deserialized. The first key seals, all keys open.
 */
@Component
class Seal {

    private static final Logger log = LoggerFactory.getLogger(Seal.class);
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;

    private final List<BytesEncryptor> keys;
    private final SerializingConverter serializer = new SerializingConverter();
    private final DeserializingConverter deserializer = new DeserializingConverter(Seal.class.getClassLoader());

    Seal(GatewayProperties properties) {
        this.keys = Arrays.stream(properties.session().key().split(","))
                .map(Seal::key)
                .toList();
    }

    byte[] seal(Object object) {
        return keys.getFirst().encrypt(serializer.convert(object));
    }

    /** Null if no key fits, or a version sealed it whose classes are others: then its person signs in again. */
    @Nullable
    Object open(byte[] sealed) {
        for (BytesEncryptor key : keys) {
            try {
                return deserializer.convert(key.decrypt(sealed));
            } catch (RuntimeException unreadable) {
                log.debug("Not readable: {}", unreadable.getMessage());
            }
        }
        log.info("A session cannot be read with this key by this version; its person has to sign in again.");
        return null;
    }

    private static BytesEncryptor key(String base64) {
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A key in SESSION_KEY must have %d bytes, not %d".formatted(KEY_BYTES, key.length));
        }
        return new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }
}
