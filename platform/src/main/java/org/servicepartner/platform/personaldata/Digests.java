package org.servicepartner.platform.personaldata;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Names for texts that only who has the key can make or recognise. */
final class Digests {
    private static final String ALGORITHM = "HmacSHA256";

    private Digests() {}

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, missing);
        }
    }
}
