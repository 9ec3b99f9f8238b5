package org.servicepartner.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A fault to be put into a document.
 *
 * @param id of the document
 * @param place JSON pointer
 * @param value YAML that is put there; without it what is there goes
 */
record Change(String id, String place, @Nullable String value) {

    static Change without(String id, String place) {
        return new Change(id, place, null);
    }

    static Change with(String id, String place, String value) {
        return new Change(id, place, value);
    }

    Manifest applied(Manifest manifest) {
        ObjectNode content = manifest.content().deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = content.at(pointer.head());
        String member = pointer.last().getMatchingProperty();
        if (value == null && content.at(pointer).isMissingNode()) {
            throw new IllegalArgumentException("There is nothing at " + place + " of " + id);
        }
        if (parent instanceof ObjectNode object) {
            change(object, member);
        } else if (parent instanceof ArrayNode list) {
            change(list, Integer.parseInt(member));
        } else {
            throw new IllegalArgumentException("There is no " + pointer.head() + " in " + id);
        }
        return new Manifest(content);
    }

    private void change(ObjectNode object, String member) {
        if (value == null) {
            object.remove(member);
        } else {
            object.set(member, parsed(value));
        }
    }

    private void change(ArrayNode list, int member) {
        if (value == null) {
            list.remove(member);
        } else {
            list.set(member, parsed(value));
        }
    }

    static JsonNode parsed(String value) {
        try {
            return Manifests.YAML.readTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    @Override
    public String toString() {
        return id + (value == null ? " without " + place : " with " + place + " = " + value);
    }
}
