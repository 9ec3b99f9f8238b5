package org.servicepartner.connection.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.servicepartner.platform.personaldata.PersonalDataKeys;

/** What partner-service and identity-service have told of partners and their users. Old news changes nothing. */
@Repository
public class Partners {
    /** What a partner that nobody has told of has to do, in order. */
    private static final List<String> ALL_STEPS = List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA");

    private final JdbcClient jdbc;
    private final PersonalDataKeys keys;

    Partners(JdbcClient jdbc, PersonalDataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * The partner known under the e-mail address (lower case): of an active user first, then of an invited one, then of an invited
     * partner. The address of a team does not count: nobody has shown that it is the team's.
     */
    public Optional<UUID> under(String email) {
        return jdbc.sql("""
                select partner_id from (
                    select case state when 'ACTIVE' then 1 else 2 end as preference, partner_id
                    from user_copy where email = :email and state in ('ACTIVE', 'INVITED')
                    union all
                    select 3, partner_id from partner_copy where invited_email = :email) known
                order by preference, partner_id limit 1
                """).param("email", email).query(UUID.class).optional();
    }

    /** What is missing of the partner's onboarding, in order. */
    public List<String> missingSteps(String partnerId) {
        return jdbc.sql("""
                select unnest(coalesce((select missing_steps from partner_copy where partner_id = :id::uuid), :all::varchar[]))
                """)
                .param("id", partnerId)
                .param("all", ALL_STEPS.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    public void invited(UUID partnerId, String email, List<String> missingSteps, long sequence) {
        jdbc.sql("""
                insert into partner_copy (partner_id, sequence, invited_email, missing_steps)
                values (:id, :sequence, :email, :steps)
                on conflict (partner_id) do update
                set sequence = excluded.sequence, invited_email = excluded.invited_email, missing_steps = excluded.missing_steps
                where partner_copy.sequence < excluded.sequence
                """)
                .param("id", partnerId)
                .param("sequence", sequence)
                .param("email", email)
                .param("steps", missingSteps.toArray(String[]::new))
                .update();
    }

    /** A step is done, or must be done again. */
    public void onboardingChanged(UUID partnerId, List<String> missingSteps, long sequence) {
        jdbc.sql("""
                insert into partner_copy (partner_id, sequence, missing_steps) values (:id, :sequence, :steps)
                on conflict (partner_id) do update
                set sequence = excluded.sequence, missing_steps = excluded.missing_steps
                where partner_copy.sequence < excluded.sequence
                """)
                .param("id", partnerId)
                .param("sequence", sequence)
                .param("steps", missingSteps.toArray(String[]::new))
                .update();
    }

    /** From now on the address belongs to the partner. */
    public void userInvited(UUID userId, UUID partnerId, UUID invitationId, String email, long sequence) {
        user(userId, partnerId, email, "INVITED", invitationId, sequence);
    }

    /** The address is free again, unless there is a newer invitation. */
    public void invitationRevoked(UUID userId, UUID partnerId, UUID invitationId, long sequence) {
        jdbc.sql("""
                insert into user_copy (user_id, sequence, partner_id, state) values (:id, :sequence, :partnerId, 'REVOKED')
                on conflict (user_id) do update set sequence = excluded.sequence, state = excluded.state, email = null
                where user_copy.sequence < excluded.sequence and user_copy.invitation_id = :invitationId
                """)
                .param("id", userId)
                .param("sequence", sequence)
                .param("partnerId", partnerId)
                .param("invitationId", invitationId)
                .update();
    }

    public void userActivated(UUID userId, UUID partnerId, String email, long sequence) {
        user(userId, partnerId, email, "ACTIVE", null, sequence);
    }

    public void roleChanged(UUID userId, UUID partnerId, String role, long sequence) {
        jdbc.sql("""
                insert into user_copy (user_id, sequence, partner_id, state, role)
                values (:id, :sequence, :partnerId, 'ACTIVE', :role)
                on conflict (user_id) do update set sequence = excluded.sequence, role = excluded.role
                where user_copy.sequence < excluded.sequence
                """)
                .param("id", userId)
                .param("sequence", sequence)
                .param("partnerId", partnerId)
                .param("role", role)
                .update();
    }

    public void userRemoved(UUID userId, UUID partnerId, long sequence) {
        user(userId, partnerId, null, "REMOVED", null, sequence);
    }

    /** Whether the user was removed or has got another role. Of whom nothing is known, nothing is said. */
    public boolean isKnownNotToBeAdmin(String userId) {
        return jdbc.sql("""
                select exists (select 1 from user_copy
                    where user_id = :id::uuid and (state = 'REMOVED' or state = 'ACTIVE' and role <> 'ADMIN'))
                """).param("id", userId).query(Boolean.class).single();
    }

    /** The person's address is known nowhere here any more: neither as the user's nor as the one that was invited as a partner. */
    public void forget(String userId) {
        jdbc.sql("update user_copy set email = null where user_id = ?::uuid")
                .param(userId)
                .update();
        jdbc
                .sql("select distinct invited_email from partner_copy where invited_email is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(address -> keys.isOnlyOf(userId, address))
                .forEach(address -> jdbc.sql("update partner_copy set invited_email = null where invited_email = ?")
                        .param(address)
                        .update());
    }

    private void user(
            UUID userId,
            UUID partnerId,
            @Nullable String email,
            String state,
            @Nullable UUID invitationId,
            long sequence) {
        jdbc.sql("""
                insert into user_copy (user_id, sequence, partner_id, email, state, invitation_id)
                values (:id, :sequence, :partnerId, :email, :state, :invitationId)
                on conflict (user_id) do update
                set sequence = excluded.sequence, partner_id = excluded.partner_id, email = excluded.email,
                    state = excluded.state, role = null, invitation_id = excluded.invitation_id
                where user_copy.sequence < excluded.sequence
                """)
                .param("id", userId)
                .param("sequence", sequence)
                .param("partnerId", partnerId)
                .param("email", email)
                .param("state", state)
                .param("invitationId", invitationId)
                .update();
    }
}
