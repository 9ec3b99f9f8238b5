package org.servicepartner.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A machine on which not everything is installed: the commands say what is missing and how to get it. */
class MissingToolTest {
    /** The only tools there are. */
    @TempDir
    private Path tools = Path.of("");

    @Test
    void up_names_the_tool_it_needs() throws Exception {
        install("dirname");
        assertThat(run("up"))
                .isEqualTo("The tool 'find' is missing. Install it (Debian: apt-get install findutils) and try again.");
        install("find");
        assertThat(run("up"))
                .isEqualTo("The tool 'curl' is missing. Install it (Debian: apt-get install curl) and try again.");
    }

    @Test
    void token_names_the_tool_it_needs() throws Exception {
        assertThat(run("token", "alice"))
                .isEqualTo("The tool 'curl' is missing. Install it (Debian: apt-get install curl) and try again.");
    }

    @Test
    void the_build_of_the_portal_names_node() throws Exception {
        install("dirname");
        assertThat(run("../../gateway/portal/build.sh", tools.resolve("portal").toString()))
                .startsWith("The portal (gateway/portal) is built with Node.js 20.19 or later and npm; found: none.")
                .contains("apt-get install --yes nodejs npm", "-Dportal.skip");
    }

    private void install(String tool) throws Exception {
        Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin").resolve(tool));
    }

    private String run(String script, String... arguments) throws Exception {
        ProcessBuilder command = new ProcessBuilder("/bin/bash", script);
        command.command().addAll(List.of(arguments));
        command.environment().put("PATH", tools.toString());
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(output).isEqualTo(1);
        return output;
    }
}
