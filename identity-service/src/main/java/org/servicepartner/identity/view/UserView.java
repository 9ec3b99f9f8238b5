package org.servicepartner.identity.view;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.identity.domain.OtherUsers;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/** All users of all partners, and their invitations. */
public class UserView implements OtherUsers {
    private static final String USERS = """
            select u.user_id, u.partner_id, u.email, u.first_name, u.last_name, u.role, u.state,
                i.invited_at, i.expires_at as invitation_expires_at
            from user_view u left join invitation_view i on i.user_id = u.user_id and i.state = 'OPEN'
            """;

    private final JdbcClient jdbc;
    private final PersonalDataKeys keys;

    public UserView(JdbcClient jdbc, PersonalDataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** All users of the partner by last name; those without a name by their address. */
    public List<UserEntry> usersOf(String partnerId) {
        return jdbc.sql(USERS + " where u.partner_id = ?"
                        + " order by lower(coalesce(u.last_name, u.email)), lower(u.first_name), u.user_id")
                .param(partnerId)
                .query(UserEntry.class)
                .list();
    }

    public Optional<UserEntry> user(String userId) {
        return jdbc.sql(USERS + " where u.user_id = ?")
                .param(userId)
                .query(UserEntry.class)
                .optional();
    }

    /** Whether the user is an admin of the partner now, whatever an access token still says. */
    public Optional<UserEntry> activeAdmin(String partnerId, String userId) {
        return user(userId)
                .filter(user -> user.partnerId().equals(partnerId))
                .filter(user -> user.isActive() && user.role().equals("ADMIN"));
    }

    /** Empty if the user is unknown or an erased one: whoever was invited is nobody any more. */
    public Optional<InvitationEntry> invitation(String invitationId) {
        return jdbc.sql("""
                        select i.invitation_id, i.user_id, i.partner_id, u.email, u.first_name, u.last_name, u.role, i.kind,
                            i.provider_name, i.fleet_name, i.invited_by, i.contact_email, i.invited_at, i.expires_at,
                            i.state
                        from invitation_view i join user_view u on u.user_id = i.user_id
                        where i.invitation_id = ? and u.email is not null
                        """).param(invitationId).query(InvitationEntry.class).optional();
    }

    /**
     * The id of the user who is invited or active under the address; otherwise the id the next one is to have. Two who ask at the
     * same moment get the same answer, so one of them finds the user of the other. The id does not tell the address.
     */
    public String idFor(String email) {
        return jdbc.sql("select user_id from user_view where email = ? and state <> 'REMOVED'")
                .param(email)
                .query(String.class)
                .optional()
                .orElseGet(() -> nextId(email));
    }

    /** Also one who has been erased had an id, which is not given again. */
    private String nextId(String email) {
        return IntStream.iterate(0, earlier -> earlier + 1)
                .mapToObj(earlier -> keys.idFor("user:" + email + ":" + earlier).toString())
                .filter(id -> user(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The latest erasure of the user, if there was one. */
    public Optional<ErasureEntry> erasure(String userId) {
        return jdbc.sql("select erasure_id, erased_at from erasure_view where user_id = ?")
                .param(userId)
                .query((row, n) -> new ErasureEntry(
                        userId, row.getString(1), row.getTimestamp(2).toInstant(), confirmations(userId)))
                .optional();
    }

    private Map<String, Instant> confirmations(String userId) {
        Map<String, Instant> confirmations = new TreeMap<>();
        jdbc.sql("select service, confirmed_at from erasure_confirmation_view where user_id = ?")
                .param(userId)
                .query(row -> {
                    confirmations.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return confirmations;
    }

    /** Waits until nobody else changes the log-in of this user; nobody else does until the current transaction ends. */
    public void holdLogIn(String userId) {
        jdbc.sql("select pg_advisory_xact_lock(2, hashtext(?))")
                .param(userId)
                .query()
                .singleRow();
    }

    @Override
    public int activeAdminsBesides(String partnerId, String userId) {
        decideAlone();
        return jdbc.sql("select count(*) from user_view"
                        + " where partner_id = ? and user_id <> ? and role = 'ADMIN' and state = 'ACTIVE'")
                .params(partnerId, userId)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<String> partnerUsing(String email) {
        decideAlone();
        return jdbc.sql("select partner_id from user_view where email = ? and state <> 'REMOVED'")
                .param(email)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean firstAdminExpectedBesides(String partnerId, String userId, Instant at) {
        decideAlone();
        return jdbc.sql("select exists (select 1 from invitation_view where partner_id = ? and user_id <> ?"
                        + " and kind = 'FIRST_ADMIN' and state = 'OPEN' and expires_at > ?)")
                .params(partnerId, userId, Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    /**
     * A lock of its own, taken before that of appending: locks on rows would be taken in another order than those of the
     * transaction that writes the rows, and the two would wait for each other.
     */
    private void decideAlone() {
        jdbc.sql("select pg_advisory_xact_lock(1, 0)").query().singleRow();
    }
}
