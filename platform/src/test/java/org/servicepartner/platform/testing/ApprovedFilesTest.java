package org.servicepartner.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servicepartner.platform.eventstore.EventName;
import org.servicepartner.platform.eventstore.EventTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApprovedFilesTest {
    sealed interface LampEvent {
        @EventName("lamp.lit.v1")
        record Lit(String lampId, int watts) implements LampEvent {}

        @EventName("lamp.put-out.v1")
        record PutOut(String lampId) implements LampEvent {}
    }

    @TempDir
    Path directory;

    private ApprovedFiles files;
    private ApprovedFiles approving;

    @BeforeEach
    void files() {
        files = new ApprovedFiles(directory.resolve("approved"), directory.resolve("received"), false);
        approving = new ApprovedFiles(directory.resolve("approved"), directory.resolve("received"), true);
    }

    @Test
    void whatNobodyApprovedFails() throws Exception {
        assertThatThrownBy(() -> files.verifyJson("a/b.json", "{\"x\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no approved file yet")
                .hasMessageContaining("-Dapprove=true");
        assertThat(Files.readString(directory.resolve("received/a/b.json"))).contains("\"x\" : 1");
    }

    @Test
    void whatWasApprovedPasses() {
        approving.verifyJson("b.json", "{\"x\":1.10}");
        assertThatCode(() -> files.verifyJson("b.json", "{ \"x\": 1.10 }")).doesNotThrowAnyException();
    }

    @Test
    void aDifferenceIsShownLineByLine() {
        approving.verifyJson("b.json", "{\"x\":1,\"y\":2}");
        assertThatThrownBy(() -> files.verifyJson("b.json", "{\"x\":1,\"y\":3}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"y\" : 2")
                .hasMessageContaining("\"y\" : 3")
                .hasMessageNotContaining("\"x\" : 1,\n  \"y\"");
    }

    @Test
    void storedEventsArePinnedByNameAndForm() {
        EventTypes types = EventTypes.of(LampEvent.class);
        Object[] samples = {new LampEvent.Lit("l1", 60), new LampEvent.PutOut("l1"), new LampEvent.PutOut("l2")};
        StoredEvents.verify(approving, types, samples);
        assertThat(files.names("events"))
                .containsExactly("lamp.lit.v1.json", "lamp.put-out.v1--2.json", "lamp.put-out.v1.json");

        assertThatCode(() -> StoredEvents.verify(files, types, samples)).doesNotThrowAnyException();
        assertThatThrownBy(() -> StoredEvents.verify(files, types, new LampEvent.Lit("l1", 61)))
                .hasMessageContaining("is not as approved");
        assertThatThrownBy(() -> StoredEvents.verify(files, types, new LampEvent.Lit("l1", 60)))
                .hasMessageContaining("events with a sample");
    }

    @Test
    void anApprovedEventIsNeverForgotten() {
        approving.verifyJson("events/lamp.broken.v1.json", "{}");
        assertThatThrownBy(() -> StoredEvents.verify(
                        approving,
                        EventTypes.of(LampEvent.class),
                        new LampEvent.Lit("l1", 60),
                        new LampEvent.PutOut("l1")))
                .hasMessageContaining("a stored event is for ever");
    }
}
