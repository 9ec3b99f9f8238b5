package org.servicepartner.platform.operations;

import java.util.List;

import org.springframework.boot.ExitCodeGenerator;

/** An operator asked for what there is not, or what cannot be done; says so in a sentence. */
public final class CommandRefusedException extends RuntimeException implements ExitCodeGenerator {
    private static final int EXIT_CODE = 2;

    public CommandRefusedException(String sentence) {
        super(sentence);
    }

    static CommandRefusedException unknown(String kind, String name, List<String> known) {
        return new CommandRefusedException("There is no %s %s, only: %s."
                .formatted(kind, name, known.isEmpty() ? "none" : String.join(", ", known)));
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
