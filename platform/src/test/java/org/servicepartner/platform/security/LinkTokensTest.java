package org.servicepartner.platform.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkTokensTest {
    private static final String ID = "6f2c1de4-4a1c-4f0e-9a64-1f6f0a3f8f11";
    private static final String ANOTHER_ID = "6f2c1de4-4a1c-4f0e-9a64-1f6f0a3f8f12";
    private static final String EMAIL = "tom@alpine-fitters.example";
    private static final Instant EXPIRY = Instant.parse("2026-03-09T08:30:00Z");
    private static final byte[] OLD_KEY = key(1);
    private static final byte[] NEW_KEY = key(2);

    private final LinkTokens tokens = new LinkTokens(List.of(OLD_KEY));

    @Test
    void aSignedTokenVerifiesAndNamesItsId() {
        String token = tokens.sign(ID, EMAIL, EXPIRY);
        assertThat(token).matches("[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}");
        assertThat(LinkTokens.idOf(token)).contains(ID);
        assertThat(tokens.verifies(token, EMAIL, EXPIRY)).isTrue();
    }

    @Test
    void theFormIsTheOneAgreed() {
        assertThat(tokens.sign(ID, EMAIL, EXPIRY)).isEqualTo(ID + ".xD9Vzt2xm3peGu27QeRTr617E93eDibtYbbCMaJNjFw");
    }

    @Test
    void letterCaseOfTheAddressAndFractionsOfASecondDoNotMatter() {
        String token = tokens.sign(ID, " Tom@Alpine-Fitters.EXAMPLE", EXPIRY.plusMillis(900));
        assertThat(tokens.verifies(token, EMAIL, EXPIRY)).isTrue();
    }

    @Test
    void aTokenIsGoodForItsIdItsAddressAndItsExpiryOnly() {
        String token = tokens.sign(ID, EMAIL, EXPIRY);
        assertThat(tokens.verifies(token.replace(ID, ANOTHER_ID), EMAIL, EXPIRY))
                .as("another id")
                .isFalse();
        assertThat(tokens.verifies(token, "tim@alpine-fitters.example", EXPIRY))
                .as("another address")
                .isFalse();
        assertThat(tokens.verifies(token, EMAIL, EXPIRY.plusSeconds(1)))
                .as("another expiry")
                .isFalse();
        assertThat(new LinkTokens(List.of(NEW_KEY)).verifies(token, EMAIL, EXPIRY))
                .as("another key")
                .isFalse();
    }

    @Test
    void aChangedSignatureDoesNotVerify() {
        String token = tokens.sign(ID, EMAIL, EXPIRY);
        int start = ID.length() + 1;
        for (int i = start; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.verifies(token.substring(0, i) + other + token.substring(i + 1), EMAIL, EXPIRY))
                    .isFalse();
        }
        assertThat(tokens.verifies(token.substring(0, token.length() - 2), EMAIL, EXPIRY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.", ".b", "a.b.c", "a.b c", "a.%%%", "a.ä"})
    void whatIsNoTokenDoesNotVerify(String token) {
        assertThat(tokens.verifies(token, EMAIL, EXPIRY)).isFalse();
    }

    @Test
    void theFirstKeySignsAndAllVerify() {
        LinkTokens rotated = LinkTokens.of(base64(NEW_KEY) + ", " + base64(OLD_KEY));
        String before = tokens.sign(ID, EMAIL, EXPIRY);
        String after = rotated.sign(ID, EMAIL, EXPIRY);
        assertThat(after).isNotEqualTo(before);
        assertThat(rotated.verifies(before, EMAIL, EXPIRY)).isTrue();
        assertThat(rotated.verifies(after, EMAIL, EXPIRY)).isTrue();
        assertThat(LinkTokens.of(base64(NEW_KEY)).verifies(after, EMAIL, EXPIRY))
                .isTrue();
        assertThat(tokens.verifies(after, EMAIL, EXPIRY)).isFalse();
    }

    @Test
    void keysThatDoNotProtectAreRefusedWithoutBeingTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTokens.of(base64(new byte[31])))
                .withMessage("A key that signs links must have at least 32 bytes, not 31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTokens.of(" , "))
                .withMessage("Links cannot be signed without a key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTokens.of("not base64!"))
                .withMessage("The keys that sign links must be base64, separated by commas");
    }

    @Test
    void anIdThatCouldNotBeReadBackIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.sign("a.b", EMAIL, EXPIRY));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.sign("", EMAIL, EXPIRY));
    }

    private static byte[] key(int content) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) content);
        return key;
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
