package org.servicepartner.partner.view;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What identity-service has told of users who are not what they were when they registered. Old news changes nothing. */
public class Users {
    private final JdbcClient jdbc;

    public Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the user was removed or has got another role. Of whom nothing is known, nothing is said. */
    public boolean isKnownNotToBeAdmin(String userId) {
        return jdbc.sql("select exists (select 1 from user_copy where user_id = ?::uuid and not is_admin)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }

    public void changed(UUID userId, boolean isAdmin, long sequence) {
        jdbc.sql("""
                insert into user_copy (user_id, sequence, is_admin) values (:id, :sequence, :admin)
                on conflict (user_id) do update set sequence = excluded.sequence, is_admin = excluded.is_admin
                where user_copy.sequence < excluded.sequence
                """)
                .param("id", userId)
                .param("sequence", sequence)
                .param("admin", isAdmin)
                .update();
    }
}
