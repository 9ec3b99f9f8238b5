package org.servicepartner.notification.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.notification.domain.Invitation;

/** The last invitation of each user: a newer one replaces it, and it ends when it is used or revoked, or the user is removed. */
public class Invitations {
    private final JdbcClient jdbc;

    public Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether this is news: false if the same or something later was told before. */
    public boolean opened(Invitation invitation, long sequence, Optional<Instant> remindAt) {
        return jdbc.sql("""
                insert into invitation_copy (user_id, sequence, open, invitation_id, invitation, expires_at, remind_at)
                values (:user, :sequence, true, :id, :invitation::jsonb, :expiresAt, :remindAt)
                on conflict (user_id) do update
                set sequence = excluded.sequence, open = true, invitation_id = excluded.invitation_id,
                    invitation = excluded.invitation, expires_at = excluded.expires_at, remind_at = excluded.remind_at
                where invitation_copy.sequence < excluded.sequence
                """)
                        .param("user", invitation.userId())
                        .param("sequence", sequence)
                        .param("id", invitation.invitationId())
                        .param("invitation", Stored.json(invitation))
                        .param("expiresAt", Stored.time(invitation.expiresAt()))
                        .param("remindAt", Stored.time(remindAt))
                        .update()
                == 1;
    }

    /** The user has no open invitation any more. */
    public void ended(UUID userId, long sequence) {
        jdbc.sql("""
                insert into invitation_copy (user_id, sequence, open) values (?, ?, false)
                on conflict (user_id) do update
                set sequence = excluded.sequence, open = false, invitation_id = null, invitation = null,
                    expires_at = null, remind_at = null
                where invitation_copy.sequence < excluded.sequence
                """).params(userId, sequence).update();
    }

    /** The user is not known as an invited one any more, nor by name as one who has invited. */
    public void forget(UUID userId) {
        jdbc.sql("delete from invitation_copy where user_id = ?").param(userId).update();
        jdbc.sql(
                        "update invitation_copy set invitation = invitation - 'invitedBy' where invitation ->> 'invitedById' = ?")
                .param(userId.toString())
                .update();
    }

    /** Whether its link still works. */
    public boolean isOpen(String invitationId, Instant now) {
        return jdbc.sql(
                        "select exists (select from invitation_copy where invitation_id = ? and open and expires_at > ?)")
                .params(invitationId, Stored.time(now))
                .query(Boolean.class)
                .single();
    }

    /** Open invitations that somebody is to be reminded of; nobody gets them a second time. */
    public List<Invitation> takeThoseToRemindOf(Instant now, int atMost) {
        return jdbc
                .sql("""
                update invitation_copy set remind_at = null where user_id in (
                    select user_id from invitation_copy where open and remind_at <= ?
                    order by remind_at limit ? for update skip locked)
                returning invitation
                """)
                .params(Stored.time(now), atMost)
                .query((row, n) -> Stored.facts(row.getString(1), Invitation.class))
                .list()
                .stream()
                .filter(invitation -> invitation.expiresAt().isAfter(now))
                .toList();
    }
}
