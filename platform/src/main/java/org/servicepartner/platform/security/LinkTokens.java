package org.servicepartner.platform.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The tokens in links of e-mails: {@code <id>.<HMAC-SHA256 of id, address and expiry>}. Who has the key can make a token and check
 * it; nobody has to store it. A token says nothing about what it opens and proves only that the link was made here, for this
 * address and this expiry; whether it may still be used, the owner of the id knows.
 *
 * <p>The first key signs, all keys verify: to replace a key, put the new one in front, and drop the old one when the last link
 * made with it has expired.
 */
public final class LinkTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final List<SecretKeySpec> keys;

    /**
     * @param keys at least one, each of at least 32 bytes
     * @throws IllegalArgumentException if there is none, or one is too short
     */
    public LinkTokens(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Links cannot be signed without a key");
        }
        for (byte[] key : keys) {
            if (key.length < SHORTEST_KEY) {
                throw new IllegalArgumentException("A key that signs links must have at least %d bytes, not %d"
                        .formatted(SHORTEST_KEY, key.length));
            }
        }
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /**
     * @param commaSeparatedBase64 one or more keys in base64, separated by commas
     * @throws IllegalArgumentException if a key is missing, too short or not base64; the message does not contain it
     */
    public static LinkTokens of(String commaSeparatedBase64) {
        List<byte[]> keys = new ArrayList<>();
        for (String key : commaSeparatedBase64.split(",")) {
            if (!key.isBlank()) {
                keys.add(decoded(key.strip()));
            }
        }
        return new LinkTokens(keys);
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("The keys that sign links must be base64, separated by commas", null);
        }
    }

    /**
     * @param id of what the link opens; without a dot
     * @param email the address the link is sent to, in any letter case
     * @param expiresAt when the link ends, to the second
     */
    public String sign(String id, String email, Instant expiresAt) {
        if (id.isEmpty() || id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("The id in a link must be neither empty nor contain a dot");
        }
        return id + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(keys.getFirst(), id, email, expiresAt));
    }

    /** Whether the token was signed here for this address and this expiry. It does not look at the clock. */
    public boolean verifies(String token, String email, Instant expiresAt) {
        Optional<String> id = idOf(token);
        if (id.isEmpty()) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = Base64.getUrlDecoder().decode(token.substring(id.get().length() + 1));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        boolean verified = false;
        for (SecretKeySpec key : keys) {
            verified |= MessageDigest.isEqual(claimed, mac(key, id.get(), email, expiresAt));
        }
        return verified;
    }

    /** The id that the token names, unverified; empty if it is no token at all. */
    public static Optional<String> idOf(String token) {
        int dot = token.indexOf('.');
        return dot > 0 && dot == token.lastIndexOf('.') && dot < token.length() - 1
                ? Optional.of(token.substring(0, dot))
                : Optional.empty();
    }

    private static byte[] mac(SecretKeySpec key, String id, String email, Instant expiresAt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String signed = id + "\n" + email.strip().toLowerCase(Locale.ROOT) + "\n" + expiresAt.getEpochSecond();
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, missing);
        }
    }
}
