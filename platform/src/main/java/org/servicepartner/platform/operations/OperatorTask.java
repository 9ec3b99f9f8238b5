package org.servicepartner.platform.operations;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** What a service can be asked on its command line beside what all services can. */
public interface OperatorTask {
    /** The word that asks for it. */
    String name();

    /**
     * Does it in the current process, which ends then.
     *
     * @param words what follows the name, without options
     * @param options such as {@code --again}, without the dashes
     * @throws CommandRefusedException if it is not done, and why; the process ends with an error
     */
    void run(List<String> words, Set<String> options, PrintStream out);
}
