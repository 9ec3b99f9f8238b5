package org.servicepartner.gateway.sessions;

import java.io.Serializable;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/** The tokens behind each session, sealed. They end with the session. */
@Component
public class SessionTokenStore implements OAuth2AuthorizedClientRepository {

    private final JdbcClient database;
    private final Seal seal;
    private final ClientRegistrationRepository registrations;

    SessionTokenStore(JdbcClient database, Seal seal, ClientRegistrationRepository registrations) {
        this.database = database;
        this.seal = seal;
        this.registrations = registrations;
    }

    private record Tokens(
            OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) implements Serializable {}

    /** Until the end of the transaction nobody else, on any replica, renews the tokens of this person's session. */
    public void lock(Authentication person) {
        IdentitySession.of(person)
                .ifPresent(session -> database.sql("select 1 from session_tokens where identity_session = ? for update")
                        .param(session.id())
                        .query(Integer.class)
                        .optional());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request) {
        return (T) IdentitySession.of(person)
                .flatMap(session -> database.sql("select tokens from session_tokens where identity_session = ?")
                        .param(session.id())
                        .query(byte[].class)
                        .optional())
                .map(seal::open)
                .map(Tokens.class::cast)
                .map(tokens -> new OAuth2AuthorizedClient(
                        Objects.requireNonNull(registrations.findByRegistrationId(registration)),
                        person.getName(),
                        tokens.access(),
                        tokens.refresh()))
                .orElse(null);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        IdentitySession session = IdentitySession.of(person)
                .orElseThrow(() -> new IllegalStateException("The identity provider must name its session (sid)"));
        database.sql("""
            insert into session_tokens (identity_session, tokens) values (:session, :tokens)
            on conflict (identity_session) do update set tokens = excluded.tokens, kept_at = now()\
            """)
                .param("session", session.id())
                .param("tokens", seal.seal(new Tokens(client.getAccessToken(), client.getRefreshToken())))
                .update();
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        IdentitySession.of(person)
                .ifPresent(session -> database.sql("delete from session_tokens where identity_session = ?")
                        .param(session.id())
                        .update());
    }
}
