package org.servicepartner.gateway.sessions;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The sessions of all replicas, found by the identity provider's session. Spring Security asks a registry which sessions a
 * log-out is about, to end each by a request of its own; here they have ended when it has asked.
 */
@Component
public class Sessions implements IndexResolver<Session>, OidcSessionRegistry {

    private final JdbcClient database;

    Sessions(JdbcClient database) {
        this.database = database;
    }

    /** Ends the session of this person, if there is one, with its tokens. */
    public void end(@Nullable Authentication person) {
        IdentitySession.of(person).ifPresent(this::end);
    }

    @Override
    public Map<String, String> resolveIndexesFor(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return IdentitySession.of(context == null ? null : context.getAuthentication())
                .map(found -> Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, found.id()))
                .orElse(Map.of());
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation known) {
        // Spring Session has it; a second list would only have to be kept equal.
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken logout) {
        end(new IdentitySession(Objects.requireNonNull(logout.getSessionId(), "A log-out must name its session")));
        return List.of();
    }

    Set<IdentitySession> openOf(Collection<IdentitySession> asked) {
        return new HashSet<>(database.sql("""
            select principal_name from spring_session
            where principal_name = any(:asked) and expiry_time > :now\
            """)
                .param("asked", asked.stream().map(IdentitySession::id).toArray(String[]::new))
                .param("now", System.currentTimeMillis())
                .query((row, number) -> new IdentitySession(row.getString(1)))
                .list());
    }

    /** At a sign-in the tokens are there a moment before the session is. */
    @Scheduled(cron = "${spring.session.jdbc.cleanup-cron}")
    void forgetTokensWithoutSession() {
        database.sql("""
            delete from session_tokens where kept_at < now() - interval '1 minute' and not exists
                (select from spring_session where principal_name = identity_session)\
            """).update();
    }

    private void end(IdentitySession ended) {
        database.sql("""
            with sessions as (delete from spring_session where principal_name = :ended)
            delete from session_tokens where identity_session = :ended\
            """).param("ended", ended.id()).update();
    }
}
