package org.servicepartner.platform;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.platform.operations.OperatorTask;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.startup.StartupTask;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StartupTaskTest extends RunningSample {
    private final String counter = newCounter();

    @Test
    void itsCommandIsHandledBeforeAMessageIsTaken() {
        try (ConfigurableApplicationContext process = start()) {
            assertThat(total(counter)).isEqualTo(5);
            assertThat(process.getBean(FirstAddition.class).inputsWereOpen).isFalse();
            assertThat(process.getBean(InputBindingLifecycle.class).isRunning()).isTrue();
        }
    }

    @Test
    void anOperatorsCommandFindsItDone(CapturedOutput output) {
        start("tell-total", "--spring.cloud.stream.default.consumer.auto-startup=false")
                .close();

        assertThat(output).contains("The total is 5.");
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return beside(FirstAddition.class, TellTotal.class)
                .properties("counter=" + counter)
                .run(arguments);
    }

    static class FirstAddition implements StartupTask {
        private final String counter;
        private final CommandGateway commands;
        private final ObjectProvider<InputBindingLifecycle> inputs;
        private boolean inputsWereOpen = true;

        FirstAddition(
                @Value("${counter}") String counter,
                CommandGateway commands,
                ObjectProvider<InputBindingLifecycle> inputs) {
            this.counter = counter;
            this.commands = commands;
            this.inputs = inputs;
        }

        @Override
        public void run() {
            commands.sendAndWait(new Counter.Add(counter, 5));
            inputsWereOpen = inputs.getObject().isRunning();
        }
    }

    static class TellTotal implements OperatorTask {
        private final String counter;
        private final JdbcClient jdbc;

        TellTotal(@Value("${counter}") String counter, JdbcClient jdbc) {
            this.counter = counter;
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return "tell-total";
        }

        @Override
        public void run(List<String> words, Set<String> options, PrintStream out) {
            int total = jdbc.sql("select total from counter_sum where counter_id = ?")
                    .param(counter)
                    .query(Integer.class)
                    .single();
            out.printf("The total is %d.%n", total);
        }
    }
}
