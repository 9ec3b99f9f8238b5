package org.servicepartner.gateway;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: codes of six digits for every half minute, as in RFC 6238. */
record OneTimeCodes(byte[] key) {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration STEP = Duration.ofSeconds(30);

    /** From the key as it is shown to people. */
    static OneTimeCodes of(String key) {
        String digits = key.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(digits.length() * 5 / 8);
        long bits = 0;
        int waiting = 0;
        for (char digit : digits.toCharArray()) {
            bits = bits << 5 | BASE_32.indexOf(digit);
            waiting += 5;
            if (waiting >= 8) {
                waiting -= 8;
                bytes.put((byte) (bits >> waiting));
            }
        }
        return new OneTimeCodes(bytes.array());
    }

    String now() {
        return at(Instant.now());
    }

    /** The next one, which is accepted a little early; each is good for one use. */
    String next() {
        return at(Instant.now().plus(STEP));
    }

    String at(Instant time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(time.getEpochSecond() / STEP.toSeconds())
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
