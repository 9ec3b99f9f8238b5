package org.servicepartner.platform.erasure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.CloudEventHeaders;
import org.servicepartner.platform.messaging.InboundBatch;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundHandler.Reaction;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.InboundProcessor;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.MessageRejectedException;
import org.servicepartner.platform.messaging.MessagingSettings;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.personaldata.PersonalDataKeys;
import org.servicepartner.platform.personaldata.PersonalDataKeys.Erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads news of people. Of who has been erased there is no news any more, however late or often it comes; so what is forgotten
 * stays forgotten. An erasure is confirmed when it has been committed and before the poll is done: at least once.
 */
public final class ErasureInbox {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final InboundProcessor processor;
    private final PersonalDataKeys keys;
    private final MessagePublisher publisher;
    private final String service;

    ErasureInbox(
            InboundProcessor processor, PersonalDataKeys keys, MessagePublisher publisher, MessagingSettings settings) {
        this.processor = processor;
        this.keys = keys;
        this.publisher = publisher;
        this.service = settings.service();
    }

    /**
     * A consumer of messages whose subject is a person.
     *
     * @param erased the type of the message that says that the person is erased; its data has an {@code erasureId}
     * @param news what all other messages ask for
     * @param forget removes the copies that this service keeps of the person, in the current transaction and while the keys are still there
     */
    public Consumer<InboundBatch> consumer(String erased, InboundHandler news, Consumer<String> forget) {
        InboundHandler handler = message -> {
            String subject = message.subject();
            if (message.type().equals(erased)) {
                return erasure(message, forget);
            }
            return subject != null && keys.erasureOf(subject).isPresent()
                    ? new Reaction.Nothing()
                    : news.reactionTo(message);
        };
        return batch -> {
            processor.process(batch, handler);
            publisher.publish(confirmations(batch, erased));
        };
    }

    /** In its turn, since what comes before it must be there to be forgotten. */
    private Reaction erasure(InboundMessage message, Consumer<String> forget) {
        String subject = required("ce_subject", message.subject());
        UUID erasureId = required("erasureId", read(message).erasureId);
        return new Reaction.InTurn(new Reaction.Update(() -> {
            forget.accept(subject);
            keys.erase(subject, erasureId);
        }));
    }

    private static Data read(InboundMessage message) {
        try {
            return Objects.requireNonNullElse(JSON.readValue(message.data(), Data.class), new Data(null));
        } catch (JacksonException e) {
            throw new MessageRejectedException("MALFORMED_JSON", "The data is not the JSON of an erasure");
        }
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new MessageRejectedException("MISSING_FIELD", name + " must be given");
        }
        return value;
    }

    private record Data(@Nullable UUID erasureId) {}

    private List<OutboundMessage> confirmations(InboundBatch batch, String erased) {
        return batch.records().stream()
                .map(row -> row.headers())
                .filter(headers -> erased.equals(text(headers.lastHeader(CloudEventHeaders.TYPE))))
                .map(headers -> text(headers.lastHeader(CloudEventHeaders.SUBJECT)))
                .filter(Objects::nonNull)
                .distinct()
                .map(subject -> keys.erasureOf(subject).map(erasure -> confirmation(subject, erasure)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private OutboundMessage confirmation(String subject, Erasure erasure) {
        return new OutboundMessage(
                PersonalDataErased.TOPIC,
                subject,
                erasure.erasureId().toString(),
                PersonalDataErased.TYPE,
                subject,
                erasure.at(),
                0,
                new PersonalDataErased(subject, erasure.erasureId(), service, erasure.at()),
                Map.of());
    }
}
