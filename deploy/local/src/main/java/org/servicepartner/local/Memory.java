package org.servicepartner.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process uses, as Linux tells. */
final class Memory {

    private static final String PROPORTIONAL_SET_SIZE = "Pss:";
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** Bytes of resident memory, of which a page shared by n processes counts 1/n; 0 if the process is gone or nothing is told. */
    static long of(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith(PROPORTIONAL_SET_SIZE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .sum();
        } catch (IOException notTold) {
            return 0;
        }
    }
}
