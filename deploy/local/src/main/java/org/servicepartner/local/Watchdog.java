package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the forked servers when this JVM is gone, however it went: a shell that reads the ids of the processes from a pipe and,
 * when the pipe closes, ends them. One per JVM; it outlives a Ctrl-C, because it has a session of its own.
 */
final class Watchdog {

    private static final String SCRIPT = """
            watched=' '
            while read -r verb pid; do
              case $verb in
                watch) watched="$watched$pid " ;;
                forget) watched=$(printf '%s' "$watched" | sed "s/ $pid / /") ;;
              esac
            done
            for pid in $watched; do kill -INT "$pid" 2>/dev/null; kill -TERM "$pid" 2>/dev/null; done
            for second in 1 2 3 4 5; do
              left=
              for pid in $watched; do kill -0 "$pid" 2>/dev/null && left="$left $pid"; done
              [ -z "$left" ] && exit 0
              sleep 1
            done
            for pid in $left; do kill -KILL -"$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null; done
            """;

    private static final class Holder {
        private static final Watchdog INSTANCE = new Watchdog();
    }

    private static final Set<Long> WATCHED = ConcurrentHashMap.newKeySet();

    private final Writer pipe;

    private Watchdog() {
        try {
            Process shell = new ProcessBuilder(inOwnSession(List.of("sh", "-c", SCRIPT)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            pipe = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException("The watchdog of the forked servers did not start; it needs `sh`.", failure);
        }
    }

    static void watch(long pid) {
        WATCHED.add(pid);
        Holder.INSTANCE.tell("watch " + pid);
    }

    static void forget(long pid) {
        WATCHED.remove(pid);
        Holder.INSTANCE.tell("forget " + pid);
    }

    /** The servers that this JVM has started and that still run. */
    static Set<Long> watched() {
        return Set.copyOf(WATCHED);
    }

    /** A Ctrl-C in the terminal reaches the whole foreground group; servers in sessions of their own are stopped in order. */
    static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of("/usr/bin/setsid"));
        detached.addAll(command);
        return detached;
    }

    private synchronized void tell(String line) {
        try {
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("The watchdog of the forked servers is gone.", failure);
        }
    }
}
