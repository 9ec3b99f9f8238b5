package org.servicepartner.gateway.security;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a signed-in person who they are, by the same token the services judge them by. */
@RestController
class Me {

    private final CallersToken tokens;

    Me(CallersToken tokens) {
        this.tokens = tokens;
    }

    record Person(
            @Nullable String name,
            @Nullable String email,
            List<String> roles,
            @Nullable String partnerId,
            @Nullable String userId) {}

    @GetMapping("/api/me")
    ResponseEntity<Person> me(Authentication authentication) {
        Jwt token = tokens.of(authentication);
        Person person = new Person(
                token.getClaimAsString("name"),
                token.getClaimAsString("email"),
                rolesIn(token),
                token.getClaimAsString("partner_id"),
                token.getClaimAsString("user_id"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(person);
    }

    /** The roles of people; Keycloak adds technical ones of its own to every token. */
    private static List<String> rolesIn(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof List<?> roles
                ? roles.stream()
                        .map(String::valueOf)
                        .filter(List.of("partner-admin", "technician", "support")::contains)
                        .sorted()
                        .toList()
                : List.of();
    }
}
