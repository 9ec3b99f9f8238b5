package org.servicepartner.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContractsTest {
    private static final Set<String> MESSAGES = Set.of("door.opened.v1");

    @TempDir
    Path contracts;

    @BeforeEach
    void rightContracts() throws Exception {
        Path samples = Path.of(ContractsTest.class.getResource("contracts").toURI());
        FileSystemUtils.copyRecursively(samples, contracts);
    }

    @Test
    void rightContractsPass() {
        assertThatCode(() -> Contracts.verify(contracts, MESSAGES)).doesNotThrowAnyException();
    }

    @Test
    void aDocumentMustFollowTheSpecification() {
        change("asyncapi.yaml", "action: send", "action: shout");
        assertMistake("asyncapi.yaml at /operations/publishDoors");
    }

    @Test
    void aDocumentMustSayWhatItIs() {
        change("asyncapi.yaml", "title: Doors", "name: Doors");
        assertMistake("asyncapi.yaml at /info");
    }

    @Test
    void aDocumentMustBeReadableForOthers() {
        change("asyncapi.yaml", "info:", "information:");
        assertMistake("asyncapi.yaml cannot be parsed");
    }

    @Test
    void aDocumentMustBeYaml() {
        change("asyncapi.yaml", "info:", "info: [");
        assertMistake("asyncapi.yaml is not YAML");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        change("asyncapi.yaml", "schemas/door.opened.v1.json", "schemas/door.open.v1.json");
        change("asyncapi.yaml", "$ref: '#/channels/doors'", "$ref: '#/channels/windows'");
        assertMistake("refers to schemas/door.open.v1.json, which is not there");
        assertMistake("refers to #/channels/windows, which is not there");
    }

    @Test
    void referencesBetweenSchemasLeadSomewhere() {
        change("schemas/door.opened.v1.json", "$defs/doorId", "$defs/windowId");
        assertMistake("schemas/door.opened.v1.json refers to common/ids.json#/$defs/windowId");
    }

    @Test
    void aSchemaMustBeOne() {
        change("schemas/door.opened.v1.json", "\"object\"", "\"thing\"");
        assertMistake("schemas/door.opened.v1.json at /type");
    }

    @Test
    void anExampleFollowsItsSchema() {
        change("examples/door.opened.v1.json", "\"d1\"", "\"d\"");
        assertMistake("examples/door.opened.v1.json at /doorId");
    }

    @Test
    void formatsCount() {
        change("examples/door.opened.v1.json", "2026-01-01T00:00:00Z", "yesterday");
        assertMistake("examples/door.opened.v1.json at /openedAt");
    }

    @Test
    void addressesForExamplesAreAddresses() {
        change("schemas/door.opened.v1.json", "date-time", "email");
        change("examples/door.opened.v1.json", "2026-01-01T00:00:00Z", "alice@alpine-fitters.example");
        assertThatCode(() -> Contracts.verify(contracts, MESSAGES)).doesNotThrowAnyException();
        change("examples/door.opened.v1.json", "alice@", "alice");
        assertMistake("examples/door.opened.v1.json at /openedAt");
    }

    @Test
    void everySchemaHasAnExampleAndViceVersa() throws Exception {
        Files.move(contracts.resolve("examples/door.opened.v1.json"), contracts.resolve("examples/door.shut.v1.json"));
        assertMistake("schemas/door.opened.v1.json has no example");
        assertMistake("examples/door.shut.v1.json has no valid schema");
    }

    @Test
    void whatTheCodeKnowsIsDocumentedAndNothingElse() {
        assertThatThrownBy(() -> Contracts.verify(contracts, Set.of("door.shut.v1")))
                .hasMessageContaining("asyncapi.yaml says nothing of door.shut.v1")
                .hasMessageContaining("asyncapi.yaml has door.opened.v1, which the code does not know")
                .hasMessageContaining("schemas/ says nothing of door.shut.v1");
    }

    @Test
    void aMessageIsOnAChannel() {
        change("asyncapi.yaml", "        $ref: '#/components/messages/door.opened.v1'", "        name: door.shut.v1");
        assertMistake("door.opened.v1 is on no channel");
    }

    private void assertMistake(String mistake) {
        assertThatThrownBy(() -> Contracts.verify(contracts, MESSAGES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(mistake);
    }

    private void change(String file, String from, String to) {
        try {
            Path path = contracts.resolve(file);
            Files.writeString(path, Files.readString(path).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
