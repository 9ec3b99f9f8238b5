package org.servicepartner.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks for a text in all columns of all tables of a database, whatever they are for. */
public final class Traces {
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """;

    private Traces() {}

    /** The tables with the text in a row: as text, in any letter case, or as its bytes in a binary column. */
    public static List<String> of(String text, Connection database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet tables = database.createStatement().executeQuery(TABLES)) {
            while (tables.next()) {
                if (isIn(tables.getString(1), text, database)) {
                    found.add(tables.getString(1));
                }
            }
        }
        return found;
    }

    private static boolean isIn(String table, String text, Connection database) throws SQLException {
        try (PreparedStatement search = database.prepareStatement("""
                select exists (select from %s as line
                    where strpos(lower(line::text), lower(?)) > 0
                        or strpos(line::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0)
                """.formatted(table))) {
            search.setString(1, text);
            search.setString(2, text);
            try (ResultSet answer = search.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The same in the database of a service under test. */
    public static List<String> of(String text, DataSource database) {
        try (Connection connection = database.getConnection()) {
            return of(text, connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be searched", failure);
        }
    }
}
