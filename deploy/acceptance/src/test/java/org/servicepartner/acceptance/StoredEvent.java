package org.servicepartner.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.App;
import org.servicepartner.local.LocalStack;

/**
 * What a service has recorded, as an operator reads it in psql.
 *
 * @param index its place in the story of the service
 */
record StoredEvent(long index, String aggregateId, String type, JsonNode payload) {

    /** All after an index, in order. */
    static List<StoredEvent> of(LocalStack stack, App service, long after) {
        try (Connection connection = stack.database(service).connect();
                PreparedStatement query = connection.prepareStatement("""
                    select global_index, aggregate_id, event_type, payload from domain_event
                    where global_index > ? order by global_index
                    """)) {
            query.setLong(1, after);
            List<StoredEvent> events = new ArrayList<>();
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                events.add(new StoredEvent(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        JsonMapper.shared().readTree(rows.getString(4))));
            }
            return events;
        } catch (SQLException failure) {
            throw new IllegalStateException("The events of " + service + " cannot be read.", failure);
        }
    }

    /** The one number that a query answers with. */
    static long number(LocalStack stack, App service, String sql) {
        try (Connection connection = stack.database(service).connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(service + " cannot be asked: " + sql, failure);
        }
    }

    String text(String field) {
        return payload.path(field).asString("");
    }
}
