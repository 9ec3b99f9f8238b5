package org.servicepartner.gateway.sessions;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import org.servicepartner.gateway.problems.OutageFilter;
import org.servicepartner.gateway.problems.Problem;
import org.servicepartner.gateway.problems.ProblemWriter;

/** Where a session is needed and cannot be looked up. Callers with a token of their own need none. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionOutageFilter extends OutageFilter {

    SessionOutageFilter(ProblemWriter problems) {
        super(Problem.SERVICE_UNAVAILABLE, problems);
    }

    @Override
    protected boolean isOutage(@Nullable Throwable failure) {
        return failure instanceof DataAccessException || failure instanceof TransactionException;
    }
}
