package org.servicepartner.notification.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** The data of a message in the making. */
final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    Json with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    Json without(String name) {
        members.remove(name);
        return this;
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(members);
    }
}
