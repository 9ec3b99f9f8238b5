package org.servicepartner.identity.login;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.view.UserEntry;
import org.servicepartner.identity.view.UserView;

/** Makes log-ins follow the accounts: whatever happened, and in whatever order one hears of it, what is true now is carried. */
public final class LogInCarrier {
    private final UserView users;
    private final LogIns logIns;

    public LogInCarrier(UserView users, LogIns logIns) {
        this.users = users;
        this.logIns = logIns;
    }

    /**
     * Carries the account as it is now; who is erased has no log-in any more. Called within a transaction, until whose end nobody else carries the same account.
     *
     * @throws LogInsUnavailableException if Keycloak does not answer
     */
    public void carry(String userId) {
        users.holdLogIn(userId);
        if (users.user(userId).filter(UserEntry::isErased).isPresent()) {
            logIns.remove(userId);
        } else {
            logIns.carry(logInOf(userId));
        }
    }

    /** What Keycloak is to know of the user. */
    public LogIn logInOf(String userId) {
        UserEntry user = users.user(userId)
                .orElseThrow(
                        () -> new IllegalStateException("There is no user " + userId + " whose log-in this could be"));
        return new LogIn(
                user.userId(),
                user.partnerId(),
                user.email(),
                user.firstName(),
                user.lastName(),
                realmRole(Role.valueOf(user.role())),
                user.isActive());
    }

    private static String realmRole(Role role) {
        return switch (role) {
            case ADMIN -> "partner-admin";
            case TECHNICIAN -> "technician";
        };
    }
}
