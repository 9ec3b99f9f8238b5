package org.servicepartner.platform.messaging;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;

/** Which topics this service reads, with which consumer, in which group. */
final class Inputs {
    private static final String SUFFIX = "-in-0";

    private final BeanFactory beans;
    private final BindingServiceProperties bindings;

    Inputs(BeanFactory beans, BindingServiceProperties bindings) {
        this.beans = beans;
        this.bindings = bindings;
    }

    record Input(String consumer, String topic, String group) {
        static Input of(String binding, BindingProperties properties) {
            return new Input(
                    binding.substring(0, binding.length() - SUFFIX.length()),
                    properties.getDestination(),
                    properties.getGroup());
        }
    }

    List<Input> all() {
        return bindings.getBindings().entrySet().stream()
                .filter(binding -> binding.getKey().endsWith(SUFFIX))
                .map(binding -> Input.of(binding.getKey(), binding.getValue()))
                .toList();
    }

    List<String> topics() {
        return all().stream().map(Input::topic).sorted().toList();
    }

    /** @throws IllegalArgumentException if this service does not read the topic */
    @SuppressWarnings("unchecked")
    Consumer<InboundBatch> consumerOf(String topic) {
        Input input = all().stream()
                .filter(each -> each.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This service does not read a topic %s, only %s".formatted(topic, topics())));
        return beans.getBean(input.consumer, Consumer.class);
    }
}
