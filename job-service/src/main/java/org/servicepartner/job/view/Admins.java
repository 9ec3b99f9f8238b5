package org.servicepartner.job.view;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What identity-service has told of users who are not what they were when they registered. Old news changes nothing. */
public class Admins {
    private final JdbcClient jdbc;

    public Admins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the user was removed or has got another role. Of whom nothing is known, nothing is said. */
    public boolean isKnownToBeNone(String userId) {
        return jdbc.sql("select exists (select 1 from user_role where user_id = ? and not is_admin)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }

    /** Notes whether the user has been an admin since the given version. */
    public void note(String userId, boolean isAdmin, long sequence) {
        jdbc.sql("""
                        insert into user_role (user_id, sequence, is_admin) values (?, ?, ?)
                        on conflict (user_id) do update set sequence = excluded.sequence, is_admin = excluded.is_admin
                        where user_role.sequence < excluded.sequence
                        """).params(userId, sequence, isAdmin).update();
    }
}
