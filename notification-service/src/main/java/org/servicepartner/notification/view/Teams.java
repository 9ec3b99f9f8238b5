package org.servicepartner.notification.view;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What partner-service told of the names of partners. */
public class Teams {
    private final JdbcClient jdbc;

    public Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> nameOf(UUID partnerId) {
        return jdbc.sql("select team_name from team_copy where partner_id = ?")
                .param(partnerId)
                .query(String.class)
                .optional();
    }

    public void named(UUID partnerId, String name, long sequence) {
        jdbc.sql("insert into team_copy (partner_id, team_name, sequence) values (?, ?, ?)"
                        + " on conflict (partner_id) do update"
                        + " set team_name = excluded.team_name, sequence = excluded.sequence"
                        + " where team_copy.sequence < excluded.sequence")
                .params(partnerId, name, sequence)
                .update();
    }
}
