package org.servicepartner.connection.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partner-service and identity-service have told of partners and their users. Old news changes nothing. */
@Repository
public class Partners {
    /** What a partner that nobody has told of has to do, in order. */
    private static final List<String> ALL_STEPS = List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA");

    private final JdbcClient jdbc;

    Partners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The partner known under the e-mail address (lower case): of a user first, then of an invitation, then of a team. */
    public Optional<UUID> under(String email) {
        return jdbc.sql("""
                select partner_id from (
                    select 1 as preference, partner_id from user_copy where active and email = :email
                    union all
                    select 2, partner_id from partner_copy where invited_email = :email
                    union all
                    select 3, partner_id from partner_copy where team_email = :email) known
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

    public void onboardingAdvanced(UUID partnerId, List<String> missingSteps, long sequence) {
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

    public void teamEmailChanged(UUID partnerId, String teamEmail, long sequence) {
        jdbc.sql("""
                insert into partner_copy (partner_id, sequence, team_email) values (:id, :sequence, :email)
                on conflict (partner_id) do update
                set sequence = excluded.sequence, team_email = excluded.team_email
                where partner_copy.sequence < excluded.sequence
                """)
                .param("id", partnerId)
                .param("sequence", sequence)
                .param("email", teamEmail)
                .update();
    }

    public void userActivated(UUID userId, UUID partnerId, String email, long sequence) {
        user(userId, partnerId, email, true, sequence);
    }

    public void userRemoved(UUID userId, UUID partnerId, long sequence) {
        user(userId, partnerId, null, false, sequence);
    }

    private void user(UUID userId, UUID partnerId, @Nullable String email, boolean active, long sequence) {
        jdbc.sql("""
                insert into user_copy (user_id, sequence, partner_id, email, active)
                values (:id, :sequence, :partnerId, :email, :active)
                on conflict (user_id) do update
                set sequence = excluded.sequence, partner_id = excluded.partner_id, email = excluded.email, active = excluded.active
                where user_copy.sequence < excluded.sequence
                """)
                .param("id", userId)
                .param("sequence", sequence)
                .param("partnerId", partnerId)
                .param("email", email)
                .param("active", active)
                .update();
    }
}
