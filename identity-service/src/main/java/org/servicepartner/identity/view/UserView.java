package org.servicepartner.identity.view;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.identity.domain.ActiveAdmins;
import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** All users of all partners. */
public class UserView implements Projection, ActiveAdmins {
    private final JdbcClient jdbc;

    public UserView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<UserEntry> usersOf(String partnerId) {
        return jdbc.sql("select user_id, email, first_name, last_name, role, state from user_view"
                        + " where partner_id = ? order by last_name, first_name, user_id")
                .param(partnerId)
                .query(UserEntry.class)
                .list();
    }

    /** Whether the user is an admin of the partner now, whatever an access token still says. */
    public boolean isActiveAdmin(String partnerId, String userId) {
        return jdbc.sql("select exists (select 1 from user_view"
                        + " where partner_id = ? and user_id = ? and role = 'ADMIN' and state = 'ACTIVE')")
                .params(partnerId, userId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int besides(String partnerId, String userId) {
        List<UserEntry> all = jdbc.sql("select user_id, email, first_name, last_name, role, state from user_view"
                        + " where partner_id = ? order by user_id for update")
                .param(partnerId)
                .query(UserEntry.class)
                .list();
        return (int) all.stream()
                .filter(user -> !user.userId().equals(userId))
                .filter(user -> user.role().equals("ADMIN") && user.state().equals("ACTIVE"))
                .count();
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
            case Activated activated ->
                jdbc.sql("insert into user_view (user_id, partner_id, email, first_name, last_name, role, state)"
                                + " values (?, ?, ?, ?, ?, ?, 'ACTIVE')")
                        .params(
                                activated.userId(),
                                activated.partnerId(),
                                activated.email(),
                                activated.firstName(),
                                activated.lastName(),
                                activated.role())
                        .update();
            case RoleChanged changed ->
                jdbc.sql("update user_view set role = ? where user_id = ?")
                        .params(changed.role(), changed.userId())
                        .update();
            case Removed removed ->
                jdbc.sql("update user_view set state = 'REMOVED' where user_id = ?")
                        .param(removed.userId())
                        .update();
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from user_view").update();
    }
}
