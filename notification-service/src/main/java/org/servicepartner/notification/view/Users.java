package org.servicepartner.notification.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Role;
import org.servicepartner.notification.domain.User;

/**
 * What identity-service told of users. Each kind of fact has the sequence number of the message it is from, so that messages may
 * come in any order.
 */
public class Users {
    private final JdbcClient jdbc;

    public Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who may answer requests, as far as we know them. */
    public List<User> activeAdmins(UUID partnerId) {
        return jdbc.sql("select email, language, first_name from user_copy"
                        + " where partner_id = ? and state = 'ACTIVE' and role = 'ADMIN' and email is not null"
                        + " order by email")
                .param(partnerId)
                .query(Users::user)
                .list();
    }

    /** The language of the user with this address, if there is one who has chosen one. */
    public Optional<Language> languageOf(String email) {
        return jdbc.sql("select language from user_copy where email = ? and language is not null"
                        + " order by state_sequence desc limit 1")
                .param(email)
                .query(String.class)
                .optional()
                .map(Language::of);
    }

    static User user(ResultSet row, int number) throws SQLException {
        String language = row.getString("language");
        return new User(
                row.getString("email"), language == null ? null : Language.of(language), row.getString("first_name"));
    }

    public void invited(
            UUID userId,
            UUID partnerId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            Role role,
            Language language,
            long sequence) {
        known(userId, partnerId);
        state(userId, partnerId, "INVITED", sequence);
        email(userId, email, sequence);
        names(userId, firstName, lastName, sequence);
        role(userId, role, sequence);
        language(userId, language, sequence);
    }

    public void activated(
            UUID userId,
            UUID partnerId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            Role role,
            @Nullable Language language,
            long sequence) {
        known(userId, partnerId);
        state(userId, partnerId, "ACTIVE", sequence);
        email(userId, email, sequence);
        if (firstName != null || lastName != null) {
            names(userId, firstName, lastName, sequence);
        }
        role(userId, role, sequence);
        if (language != null) {
            language(userId, language, sequence);
        }
    }

    public void renamed(UUID userId, UUID partnerId, String firstName, String lastName, long sequence) {
        known(userId, partnerId);
        names(userId, firstName, lastName, sequence);
    }

    public void roleChanged(UUID userId, UUID partnerId, Role role, long sequence) {
        known(userId, partnerId);
        role(userId, role, sequence);
    }

    /** Nothing stays of the person but that there was one. */
    public void removed(UUID userId, UUID partnerId, long sequence) {
        known(userId, partnerId);
        state(userId, partnerId, "REMOVED", sequence);
        email(userId, null, sequence);
        names(userId, null, null, sequence);
    }

    /** Neither address nor name stays, whatever was told in which order. */
    public void forget(UUID userId) {
        jdbc.sql("update user_copy set email = null, first_name = null, last_name = null where user_id = ?")
                .param(userId)
                .update();
    }

    private void known(UUID userId, UUID partnerId) {
        jdbc.sql("insert into user_copy (user_id, partner_id) values (?, ?) on conflict do nothing")
                .params(userId, partnerId)
                .update();
    }

    private void state(UUID userId, UUID partnerId, String state, long sequence) {
        jdbc.sql("update user_copy set state = :state, partner_id = :partner, state_sequence = :sequence"
                        + " where user_id = :id and state_sequence < :sequence")
                .param("state", state)
                .param("partner", partnerId)
                .param("sequence", sequence)
                .param("id", userId)
                .update();
    }

    private void email(UUID userId, @Nullable String email, long sequence) {
        jdbc.sql("update user_copy set email = :email, email_sequence = :sequence"
                        + " where user_id = :id and email_sequence < :sequence")
                .param("email", email)
                .param("sequence", sequence)
                .param("id", userId)
                .update();
    }

    private void names(UUID userId, @Nullable String firstName, @Nullable String lastName, long sequence) {
        jdbc.sql("update user_copy set first_name = :first, last_name = :last, name_sequence = :sequence"
                        + " where user_id = :id and name_sequence < :sequence")
                .param("first", firstName)
                .param("last", lastName)
                .param("sequence", sequence)
                .param("id", userId)
                .update();
    }

    private void role(UUID userId, Role role, long sequence) {
        jdbc.sql("update user_copy set role = :role, role_sequence = :sequence"
                        + " where user_id = :id and role_sequence < :sequence")
                .param("role", role.name())
                .param("sequence", sequence)
                .param("id", userId)
                .update();
    }

    private void language(UUID userId, Language language, long sequence) {
        jdbc.sql("update user_copy set language = :language, language_sequence = :sequence"
                        + " where user_id = :id and language_sequence < :sequence")
                .param("language", language.name())
                .param("sequence", sequence)
                .param("id", userId)
                .update();
    }
}
