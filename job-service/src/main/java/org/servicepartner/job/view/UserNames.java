package org.servicepartner.job.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What users are called. Old news changes nothing; the names of those who have left stay with what they did, until they are erased. */
public class UserNames {
    private final JdbcClient jdbc;

    public UserNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the name that the user has had since the given version. */
    public void note(String userId, @Nullable String firstName, @Nullable String lastName, long sequence) {
        jdbc.sql("""
                        insert into user_name (user_id, sequence, first_name, last_name) values (?, ?, ?, ?)
                        on conflict (user_id) do update
                        set sequence = excluded.sequence, first_name = excluded.first_name, last_name = excluded.last_name
                        where user_name.sequence < excluded.sequence
                        """).params(userId, sequence, firstName, lastName).update();
    }

    /** What the user did stays, and nothing tells who it was. */
    public void forget(String userId) {
        jdbc.sql("""
                        insert into user_name (user_id, sequence, erased) values (?, 0, true)
                        on conflict (user_id) do update set first_name = null, last_name = null, erased = true
                        """).param(userId).update();
    }

    /** One of them. */
    public Person of(String userId) {
        return of(List.of(userId)).get(userId);
    }

    Map<String, Person> of(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Person> people = new HashMap<>();
        jdbc.sql("select user_id, first_name, last_name, nullif(erased, false) from user_name where user_id = any(?)")
                .param(userIds.toArray(String[]::new))
                .query(row -> {
                    people.put(
                            row.getString(1), new Person(row.getString(1), row.getString(2), row.getString(3), (Boolean)
                                    row.getObject(4)));
                });
        userIds.forEach(userId -> people.putIfAbsent(userId, new Person(userId, null, null, null)));
        return people;
    }
}
