package org.servicepartner.gateway.security;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import org.servicepartner.gateway.GatewayProperties;

/** Tells a signed-in person which second factors protect their account, as the identity provider says. */
@RestController
class SecondFactors {

    private static final ParameterizedTypeReference<List<Kind>> KINDS = new ParameterizedTypeReference<>() {};

    private final CallersToken tokens;
    private final RestClient account;

    SecondFactors(CallersToken tokens, GatewayProperties properties) {
        this.tokens = tokens;
        this.account = RestClient.builder()
                .baseUrl(properties.identityProvider().realmUrl() + "/account")
                .requestFactory(IdentityProvider.patient())
                .build();
    }

    /** @param id what it is removed by: {@code kc_action=delete_credential:<id>} */
    record SecondFactor(String id, @Nullable String name, Instant since) {}

    record Answer(List<SecondFactor> secondFactors) {}

    @GetMapping("/api/me/second-factors")
    ResponseEntity<Answer> secondFactors(Authentication authentication) {
        List<SecondFactor> found = askFor(tokens.of(authentication).getTokenValue()).stream()
                .flatMap(kind -> kind.userCredentialMetadatas().stream())
                .map(Stored::credential)
                .map(each -> new SecondFactor(each.id(), each.userLabel(), Instant.ofEpochMilli(each.createdDate())))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(found));
    }

    private List<Kind> askFor(String token) {
        try {
            List<Kind> kinds = account.get()
                    .uri("/credentials?type=otp")
                    .accept(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .body(KINDS);
            return kinds == null ? List.of() : kinds;
        } catch (RestClientException unanswered) {
            throw new IdentityProviderUnavailable(unanswered);
        }
    }

    /** As Keycloak's account API tells them, by kind of credential. */
    private record Kind(List<Stored> userCredentialMetadatas) {}

    private record Stored(Credential credential) {}

    private record Credential(String id, @Nullable String userLabel, long createdDate) {}
}
