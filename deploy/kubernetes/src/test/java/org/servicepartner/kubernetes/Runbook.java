package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the runbook gives to the cluster. */
final class Runbook {

    private static final Path RESTORE = Path.of("../../docs/runbook/operations/restore.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```yaml\\n(.*?)^\\1```$");

    private Runbook() {}

    /** The PostgreSQL that a restore is made from. */
    static Manifest recoveredCluster() {
        try {
            return BLOCK.matcher(Files.readString(RESTORE))
                    .results()
                    .map(block -> block.group(2).indent(-block.group(1).length()))
                    .map(Change::parsed)
                    .map(document -> new Manifest((ObjectNode) document))
                    .filter(manifest -> manifest.kind().equals("Cluster"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
