package org.servicepartner.identity.view;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Erased;
import org.servicepartner.identity.domain.UserEvent.ErasureConfirmed;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;
import org.servicepartner.identity.domain.UserEvent.Invited;
import org.servicepartner.identity.domain.UserEvent.InvitedRoleChanged;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.Renamed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.personaldata.PersonalData;

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
                user(
                        invited,
                        unlessErased(invited.email()),
                        unlessErased(invited.firstName()),
                        unlessErased(invited.lastName()),
                        invited.role(),
                        "INVITED");
                endInvitation(invited.userId(), "REPLACED");
                jdbc.sql("""
                                insert into invitation_view (invitation_id, user_id, partner_id, kind, provider_name, fleet_name,
                                    invited_by_id, invited_by, contact_email, invited_at, expires_at, state)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                                """)
                        .params(
                                invited.invitationId(),
                                invited.userId(),
                                invited.partnerId(),
                                invited.kind(),
                                invited.providerName(),
                                invited.fleetName(),
                                invited.invitedById(),
                                unlessErased(invited.invitedBy()),
                                unlessErased(invited.contactEmail()),
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
                        unlessErased(activated.email()),
                        unlessErased(activated.firstName()),
                        unlessErased(activated.lastName()),
                        activated.role(),
                        "ACTIVE");
                endInvitation(activated.userId(), "USED");
            }
            case Renamed renamed ->
                jdbc.sql("update user_view set first_name = ?, last_name = ? where user_id = ?")
                        .params(unlessErased(renamed.firstName()), unlessErased(renamed.lastName()), renamed.userId())
                        .update();
            case RoleChanged changed -> role(changed, changed.role());
            case Removed removed -> remove(removed);
            case Erased erased -> erase(erased);
            case ErasureConfirmed confirmed ->
                jdbc.sql("insert into erasure_confirmation_view (user_id, service, confirmed_at) values (?, ?, ?)")
                        .params(confirmed.userId(), confirmed.service(), Timestamp.from(confirmed.confirmedAt()))
                        .update();
        }
    }

    /** When the read model is made anew, the stored events do not tell either. */
    private static @Nullable String unlessErased(@Nullable String value) {
        return PersonalData.ERASED.equals(value) ? null : value;
    }

    private void erase(Erased erased) {
        jdbc.sql("update user_view set email = null, first_name = null, last_name = null where user_id = ?")
                .param(erased.userId())
                .update();
        jdbc.sql("update invitation_view set invited_by = null, contact_email = null where invited_by_id = ?")
                .param(erased.userId())
                .update();
        jdbc.sql("""
                        insert into erasure_view (user_id, erasure_id, erased_at) values (?, ?, ?)
                        on conflict (user_id) do update set erasure_id = excluded.erasure_id, erased_at = excluded.erased_at
                        """)
                .params(erased.userId(), erased.erasureId(), Timestamp.from(erased.erasedAt()))
                .update();
        jdbc.sql("delete from erasure_confirmation_view where user_id = ?")
                .param(erased.userId())
                .update();
    }

    private void user(
            UserEvent event,
            @Nullable String email,
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
                        email == null ? null : email.toLowerCase(Locale.ROOT),
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
        jdbc.sql("delete from erasure_view").update();
        jdbc.sql("delete from erasure_confirmation_view").update();
    }
}
