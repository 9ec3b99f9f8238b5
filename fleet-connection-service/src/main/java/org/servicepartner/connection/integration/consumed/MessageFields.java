package org.servicepartner.connection.integration.consumed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Reads the fields of a message strictly: collects a sentence on each field that is not as the contract says. */
final class MessageFields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL_FORM =
            Pattern.compile("[^\\s@,;:<>\"()\\p{C}]{1,64}@[^\\s@,;:<>\"()\\p{C}]+\\.[^\\s@,;:<>\"().\\p{C}]+");
    private static final Pattern NOT_ON_ONE_LINE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final int MAX_EMAIL_LENGTH = 254;

    private final JsonNode fields;
    private final List<String> faults = new ArrayList<>();

    private MessageFields(JsonNode fields) {
        this.fields = fields;
    }

    /** @throws MessageRejectedException if the data is no JSON object */
    static MessageFields of(InboundMessage message) {
        JsonNode json;
        try {
            json = JSON.readTree(message.data());
        } catch (JacksonException e) {
            throw new MessageRejectedException(
                    "MALFORMED_JSON", "The data is not well-formed JSON: " + e.getOriginalMessage());
        }
        if (!json.isObject()) {
            throw new MessageRejectedException("MALFORMED_JSON", "The data must be a JSON object.");
        }
        return new MessageFields(json);
    }

    /** In canonical form; empty if it is at fault. */
    String uuid(String name) {
        String text = requiredText(name);
        if (text == null) {
            return "";
        }
        if (!UUID_FORM.matcher(text).matches()) {
            return fault("%s must be a UUID.", name);
        }
        return UUID.fromString(text).toString();
    }

    String matching(String name, Pattern form, String description) {
        String text = requiredText(name);
        return text == null || form.matcher(text).matches()
                ? orEmpty(text)
                : fault("%s must be " + description + ".", name);
    }

    String line(String name, int maxLength) {
        String text = requiredText(name);
        if (text == null) {
            return "";
        }
        if (text.isBlank()
                || text.length() > maxLength
                || NOT_ON_ONE_LINE.matcher(text).find()) {
            return fault("%s must have 1 to " + maxLength + " characters on one line.", name);
        }
        return text.strip();
    }

    /** In lower case. */
    String email(String name) {
        String text = requiredText(name);
        return text == null ? "" : checkedEmail(name, text);
    }

    @Nullable
    String optionalEmail(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString() ? checkedEmail(name, value.asString()) : fault("%s must be a text.", name);
    }

    private String checkedEmail(String name, String text) {
        String address = text.strip();
        return address.length() <= MAX_EMAIL_LENGTH
                        && EMAIL_FORM.matcher(address).matches()
                ? address.toLowerCase(Locale.ROOT)
                : fault("%s must be an e-mail address.", name);
    }

    /** False if it is absent. */
    boolean flag(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            fault("%s must be true or false.", name);
        }
        return value.asBoolean(false);
    }

    /** The first of the values if it is absent. */
    String oneOf(String name, List<String> values) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return values.getFirst();
        }
        return value.isString() && values.contains(value.asString())
                ? value.asString()
                : fault("%s must be " + String.join(" or ", values) + ".", name);
    }

    /** @throws MessageRejectedException naming every field that was at fault */
    void check() {
        if (!faults.isEmpty()) {
            throw new MessageRejectedException("INVALID_FIELDS", String.join(" ", faults));
        }
    }

    private @Nullable String requiredText(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            fault("%s is missing.", name);
            return null;
        }
        if (!value.isString()) {
            fault("%s must be a text.", name);
            return null;
        }
        return value.asString();
    }

    private String fault(String sentence, String name) {
        faults.add(sentence.formatted(name));
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
