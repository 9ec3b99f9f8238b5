package org.servicepartner.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTest {

    private final PostgresServer postgres = Infrastructure.shared().postgres();

    @Test
    void a_new_database_is_empty_and_takes_tables_of_its_owner() throws SQLException {
        Database database = postgres.createDatabase("job");

        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE visit (id uuid PRIMARY KEY DEFAULT uuidv7())");
            statement.execute("INSERT INTO visit DEFAULT VALUES");
            try (var rows =
                    statement.executeQuery("SELECT count(*), current_setting('server_version_num')::int FROM visit")) {
                rows.next();
                assertThat(rows.getInt(1)).isOne();
                assertThat(rows.getInt(2)).isGreaterThanOrEqualTo(180000);
            }
        }
    }

    @Test
    void two_databases_of_one_name_are_two_databases() {
        assertThat(postgres.createDatabase("twice").jdbcUrl())
                .isNotEqualTo(postgres.createDatabase("twice").jdbcUrl());
    }

    @Test
    void a_wrong_password_is_refused_as_in_production() {
        Database database = postgres.createDatabase("guarded");

        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void a_database_that_is_there_already_is_kept() throws SQLException {
        Database first = postgres.ensureDatabase("kept", "keeper", "one");
        try (Connection connection = first.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE memory (id int)");
        }

        Database second = postgres.ensureDatabase("kept", "keeper", "two");

        try (Connection connection = second.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT * FROM memory")).isTrue();
        }
    }
}
