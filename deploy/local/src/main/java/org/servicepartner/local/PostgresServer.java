package org.servicepartner.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A running PostgreSQL. */
public abstract sealed class PostgresServer implements AutoCloseable permits EmbeddedPostgresServer, ContainerPostgres {

    static final int MAX_CONNECTIONS = 200;

    private final AtomicInteger databases = new AtomicInteger();

    PostgresServer() {}

    /** TCP port on 127.0.0.1. */
    public abstract int port();

    abstract String superuser();

    abstract String superuserPassword();

    @Override
    public abstract void close();

    /** Ends the server as {@code kill -9} does, starts it again with the same data at the same port, and waits until it answers. */
    public abstract void killAndRestart();

    public final String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port() + "/" + database;
    }

    /**
     * A new, empty database with an owner of its own. Its name starts with the given one and differs from call to call, so that
     * no two test contexts share a database.
     *
     * @param name lower-case letters, digits and underscores
     */
    public final Database createDatabase(String name) {
        String unique = name + "_" + databases.incrementAndGet();
        return ensureDatabase(unique, unique, "test");
    }

    /**
     * The database of this name with this owner; both are created if missing, and the owner's password is set.
     *
     * @throws InfrastructureException if PostgreSQL refuses
     */
    public final Database ensureDatabase(String name, String username, String password) {
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl("postgres"), superuser(), superuserPassword());
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + literal(username) + "'")) {
                statement.execute("CREATE ROLE " + identifier(username) + " LOGIN");
            }
            statement.execute("ALTER ROLE " + identifier(username) + " PASSWORD '" + literal(password) + "'");
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + literal(name) + "'")) {
                statement.execute("CREATE DATABASE " + identifier(name) + " OWNER " + identifier(username));
            }
            return new Database(jdbcUrl(name), username, password);
        } catch (SQLException failure) {
            throw new InfrastructureException(
                    "PostgreSQL refused to create the database " + name + ": " + failure.getMessage(), failure);
        }
    }

    final boolean answers() {
        try (Connection connection =
                DriverManager.getConnection(jdbcUrl("postgres"), superuser(), superuserPassword())) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return text.replace("'", "''");
    }
}
