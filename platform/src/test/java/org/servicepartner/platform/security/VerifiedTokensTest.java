package org.servicepartner.platform.security;

import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedTokensTest {
    private static final Instant ISSUED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JwtTimestampValidator validator = new JwtTimestampValidator(Duration.ZERO);
    private RSAPrivateKey key;
    private VerifiedTokens tokens;

    @BeforeEach
    void givenAnIssuersKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        key = (RSAPrivateKey) pair.getPrivate();
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey((RSAPublicKey) pair.getPublic()).build();
        decoder.setJwtValidator(validator);
        tokens = new VerifiedTokens(decoder, validator);
        itIs(ISSUED);
    }

    @Test
    void aTokenThatIsRememberedIsNotVerifiedAgain() throws Exception {
        String token = tokenOf("tom");

        Jwt first = tokens.decode(token);

        assertThat(first.getSubject()).isEqualTo("tom");
        assertThat(tokens.decode(token)).isSameAs(first);
        assertThat(tokens.decode(tokenOf("ben")).getSubject()).isEqualTo("ben");
    }

    @Test
    void aTokenThatIsRememberedExpiresAllTheSame() throws Exception {
        String token = tokenOf("tom");
        tokens.decode(token);
        itIs(ISSUED.plus(GOOD_FOR).minusSeconds(1));
        assertThat(tokens.decode(token).getSubject()).isEqualTo("tom");

        itIs(ISSUED.plus(GOOD_FOR).plusSeconds(1));

        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode(token));
    }

    @Test
    void anotherSignatureUnderARememberedTokenIsRefused() throws Exception {
        String token = tokenOf("tom");
        tokens.decode(token);
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String another = tokenOf("ben");
        String tampered =
                token.substring(0, token.lastIndexOf('.') + 1) + another.substring(another.lastIndexOf('.') + 1);

        assertThat(tampered).doesNotContain(signature);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(tampered));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(tampered));
    }

    private String tokenOf(String subject) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject(subject)
                        .issueTime(Date.from(ISSUED))
                        .expirationTime(Date.from(ISSUED.plus(GOOD_FOR)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void itIs(Instant now) {
        validator.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }
}
