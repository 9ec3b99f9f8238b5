package org.servicepartner.identity.view;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;
import org.servicepartner.identity.domain.UserEvent.Invited;
import org.servicepartner.identity.domain.UserEvent.InvitedRoleChanged;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.Renamed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** Keeps the users and their invitations as they are now. Its unique index refuses an address that somebody uses already. */
public final class UserProjection implements Projection {
    private final JdbcClient jdbc;

    public UserProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "user-view";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            project((UserEvent) event.payload());
        }
    }

    private void project(UserEvent event) {
        switch (event) {
            case Invited invited -> {
                user(invited, invited.email(), invited.firstName(), invited.lastName(), invited.role(), "INVITED");
                endInvitation(invited.userId(), "REPLACED");
                jdbc.sql("""
                                insert into invitation_view (invitation_id, user_id, partner_id, kind, provider_name, fleet_name,
                                    invited_by, contact_email, invited_at, expires_at, state)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                                """)
                        .params(
                                invited.invitationId(),
                                invited.userId(),
                                invited.partnerId(),
                                invited.kind(),
                                invited.providerName(),
                                invited.fleetName(),
                                invited.invitedBy(),
                                invited.contactEmail(),
                                Timestamp.from(invited.invitedAt()),
                                Timestamp.from(invited.expiresAt()))
                        .update();
            }
            case InvitedRoleChanged changed -> role(changed, changed.role());
            case InvitationRevoked revoked -> {
                remove(revoked);
                endInvitation(revoked.userId(), "REVOKED");
            }
            case Activated activated -> {
                user(
                        activated,
                        activated.email(),
                        activated.firstName(),
                        activated.lastName(),
                        activated.role(),
                        "ACTIVE");
                endInvitation(activated.userId(), "USED");
            }
            case Renamed renamed ->
                jdbc.sql("update user_view set first_name = ?, last_name = ? where user_id = ?")
                        .params(renamed.firstName(), renamed.lastName(), renamed.userId())
                        .update();
            case RoleChanged changed -> role(changed, changed.role());
            case Removed removed -> remove(removed);
        }
    }

    private void user(
            UserEvent event,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String role,
            String state) {
        jdbc.sql("""
                        insert into user_view (user_id, partner_id, email, first_name, last_name, role, state)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (user_id) do update set role = excluded.role, state = excluded.state
                        """)
                .params(
                        event.userId(),
                        event.partnerId(),
                        email.toLowerCase(Locale.ROOT),
                        firstName,
                        lastName,
                        role,
                        state)
                .update();
    }

    private void role(UserEvent event, String role) {
        jdbc.sql("update user_view set role = ? where user_id = ?")
                .params(role, event.userId())
                .update();
    }

    private void remove(UserEvent event) {
        jdbc.sql("update user_view set state = 'REMOVED' where user_id = ?")
                .param(event.userId())
                .update();
    }

    private void endInvitation(String userId, String state) {
        jdbc.sql("update invitation_view set state = ? where user_id = ? and state = 'OPEN'")
                .params(state, userId)
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from user_view").update();
        jdbc.sql("delete from invitation_view").update();
    }
}
