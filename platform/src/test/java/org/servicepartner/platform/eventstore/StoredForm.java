package org.servicepartner.platform.eventstore;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

import org.servicepartner.platform.personaldata.PersonalDataCipher;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the event store writes of an event, and what it makes of it when it reads: for tests that pin both. */
public final class StoredForm {
    private final EventTypes types;
    private final Serializer serializer;

    /** Personal data is not encrypted here, and the form tells whose it is. */
    public StoredForm(EventTypes types) {
        this(types, new Labels());
    }

    public StoredForm(EventTypes types, PersonalDataCipher cipher) {
        this.types = types;
        this.serializer = new EventSerializer(types, cipher);
    }

    private static final class Labels implements PersonalDataCipher {
        @Override
        public String encrypt(String subject, String value) {
            return "[of " + subject + "] " + value;
        }

        @Override
        public String decrypt(String stored) {
            return stored.replaceFirst("^\\[of [^]]*] ", "");
        }

        @Override
        public String subjectOf(String address) {
            return "whoever has " + address;
        }
    }

    public String name(Object event) {
        return types.nameOf(event.getClass());
    }

    public String json(Object event) {
        return new String(serializer.serialize(event, byte[].class).getData(), UTF_8);
    }

    public Object read(String name, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, new SimpleSerializedType(name, null)));
    }
}
