package org.servicepartner.gateway.sessions;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The live answers that this replica passes on within sessions. Each ends when its session does, wherever that ended. */
@Component
public class SessionStreams {

    private static final Logger log = LoggerFactory.getLogger(SessionStreams.class);

    private final Sessions sessions;
    private final Map<Runnable, IdentitySession> open = new ConcurrentHashMap<>();

    SessionStreams(Sessions sessions) {
        this.sessions = sessions;
    }

    /** @param end is called, by another thread, when the session of the current person has ended, unless forgotten before */
    public void endWithSession(Runnable end) {
        IdentitySession.of(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(session -> open.put(end, session));
    }

    public void forget(Runnable end) {
        open.remove(end);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void endThoseOfEndedSessions() {
        if (open.isEmpty()) {
            return;
        }
        try {
            Map<Runnable, IdentitySession> asked = Map.copyOf(open);
            Set<IdentitySession> stillOpen = sessions.openOf(asked.values());
            asked.forEach((end, session) -> {
                if (!stillOpen.contains(session)) {
                    end.run();
                }
            });
        } catch (DataAccessException | TransactionException unanswered) {
            log.warn("Live answers go on, sessions cannot be looked up: {}", unanswered.getMessage());
        }
    }
}
