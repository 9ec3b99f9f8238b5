package org.servicepartner.job.integration.consumed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.servicepartner.job.domain.TechnicianCommand;
import org.servicepartner.job.view.Admins;
import org.servicepartner.job.view.UserNames;
import org.servicepartner.platform.messaging.InboundHandler.Reaction;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.servicepartner.job.integration.consumed.Inbox.CLOCK;
import static org.servicepartner.job.integration.consumed.Inbox.NOW;
import static org.servicepartner.job.integration.consumed.Inbox.SEQUENCE;
import static org.servicepartner.job.integration.consumed.Inbox.example;
import static org.servicepartner.job.integration.consumed.Inbox.message;

class UserMessagesTest {
    private static final String ACTIVATED = "servicepartner.user.activated.v1";
    private static final String ROLE_CHANGED = "servicepartner.user.role-changed.v1";
    private static final String RENAMED = "servicepartner.user.renamed.v1";
    private static final String REMOVED = "servicepartner.user.removed.v1";
    private static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";

    private static final JdbcClient NO_DATABASE = JdbcClient.create(new DriverManagerDataSource());

    private final UserMessages messages = new UserMessages(new UserNames(NO_DATABASE), new Admins(NO_DATABASE), CLOCK);

    @ParameterizedTest
    @ValueSource(strings = {ACTIVATED, ROLE_CHANGED})
    void aTechnicianMaySeeJobs(String type) {
        assertThat(commandOf(messages.reactionTo(message(type, user("\"TECHNICIAN\"")))))
                .isEqualTo(
                        new Reaction.Command(TOM, new TechnicianCommand.NoteMaySeeJobs(TOM, PARTNER, SEQUENCE, NOW)));
    }

    @ParameterizedTest
    @CsvSource({
        "servicepartner.user.activated.v1, \"ADMIN\"",
        "servicepartner.user.role-changed.v1, \"ADMIN\"",
        "servicepartner.user.role-changed.v1, \"technician\"",
        "servicepartner.user.activated.v1, \"SOMETHING_NEW\"",
        "servicepartner.user.activated.v1, null"
    })
    void anybodyElseMayNot(String type, String role) {
        assertThat(commandOf(messages.reactionTo(message(type, user(role)))))
                .isEqualTo(new Reaction.Command(
                        TOM, new TechnicianCommand.NoteMayNotSeeJobs(TOM, PARTNER, SEQUENCE, NOW)));
    }

    @Test
    void whoIsRemovedMayNot() {
        assertThat(commandOf(messages.reactionTo(message(REMOVED, user("\"TECHNICIAN\"")))))
                .isEqualTo(new Reaction.Command(
                        TOM, new TechnicianCommand.NoteMayNotSeeJobs(TOM, PARTNER, SEQUENCE, NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ACTIVATED, ROLE_CHANGED, REMOVED})
    void theExamplesOfTheContractAreUnderstood(String type) {
        assertThat(commandOf(messages.reactionTo(example(type)))).isInstanceOf(Reaction.Command.class);
    }

    @Test
    void whoIsActivatedWithANameIsCalledByIt() {
        String data = user("\"TECHNICIAN\"").replace("}", ", \"firstName\": \"Tom\", \"lastName\": \"Tirol\"}");

        assertThat(messages.reactionTo(message(ACTIVATED, data)))
                .isInstanceOfSatisfying(Reaction.Several.class, several -> {
                    assertThat(several.reactions()).hasSize(2);
                    assertThat(several.reactions().getFirst())
                            .isEqualTo(new Reaction.Command(
                                    TOM, new TechnicianCommand.NoteMaySeeJobs(TOM, PARTNER, SEQUENCE, NOW)));
                    assertThat(several.reactions().getLast()).isInstanceOf(Reaction.Update.class);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLE_CHANGED, REMOVED})
    void whetherSomebodyIsStillAnAdminIsNoted(String type) {
        assertThat(messages.reactionTo(example(type)))
                .isInstanceOfSatisfying(
                        Reaction.Several.class,
                        several -> assertThat(several.reactions().getLast()).isInstanceOf(Reaction.Update.class));
    }

    @Test
    void whoIsRenamedIsCalledOtherwise() {
        assertThat(messages.reactionTo(example(RENAMED))).isInstanceOf(Reaction.Update.class);
    }

    @Test
    void othersArePassedOver() {
        assertThat(messages.reactionTo(message("servicepartner.user.celebrated.v1", "whatever")))
                .isEqualTo(new Reaction.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId", "partnerId"})
    void aMissingIdIsRejected(String field) {
        String data = user("\"TECHNICIAN\"").replace("\"" + field + "\"", "\"other\"");
        assertThatThrownBy(() -> messages.reactionTo(message(ACTIVATED, data)))
                .isInstanceOfSatisfying(
                        MessageRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo("MISSING_FIELD"))
                .hasMessage("The field " + field + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {ACTIVATED, ROLE_CHANGED, REMOVED, RENAMED})
    void newsThatDoesNotSayHowNewItIsIsRejected(String type) {
        InboundMessage unordered = new InboundMessage(
                "message-1",
                "/somebody",
                type,
                null,
                null,
                -1,
                null,
                null,
                user("\"TECHNICIAN\"").getBytes(UTF_8));
        assertThatThrownBy(() -> messages.reactionTo(unordered))
                .isInstanceOfSatisfying(
                        MessageRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo("MISSING_SEQUENCE"))
                .hasMessage("The header ce_sequence is missing");
    }

    private static Reaction commandOf(Reaction reaction) {
        return reaction instanceof Reaction.Several several
                ? several.reactions().getFirst()
                : reaction;
    }

    private static String user(String role) {
        return "{\"userId\": \"%s\", \"partnerId\": \"%s\", \"role\": %s}".formatted(TOM, PARTNER, role);
    }
}
