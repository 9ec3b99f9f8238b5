package org.servicepartner.identity;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.InviteFirstAdmin;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.erasure.EraseCommand;
import org.servicepartner.local.DemoUser;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.operations.CommandRefusedException;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** One person is erased here; the other services are played. */
class ErasureTest extends RunningIdentityService {
    private static final String ERASURES = "servicepartner.erasures.v1";
    private static final List<String> OTHERS =
            List.of("partner-service", "fleet-connection-service", "job-service", "notification-service");

    @Autowired
    DataSource dataSource;

    @Autowired
    EraseCommand erase;

    @Autowired
    Projections projections;

    @Test
    void whoWasRemovedIsForgottenAndTheReceiptIsCompleteWhenAllHaveConfirmed() {
        Invited person = registered(newPartner(), Role.TECHNICIAN);
        commands.sendAndWait(new RemoveUser(person.userId(), person.partnerId(), Instant.now()));
        assertThat(Traces.of(person.email(), dataSource)).as("before").contains("public.user_view");
        assertThat(KEYCLOAK_ADMIN.user(person.email()).isMissingNode()).isFalse();

        assertThatThrownBy(() -> run(person.userId()))
                .isInstanceOf(CommandRefusedException.class)
                .hasMessageStartingWith(
                        "Not confirmed yet by partner-service, fleet-connection-service, job-service, notification-service.");
        ReceivedEvent told = kafka.await(USERS, person.userId(), "servicepartner.user.erased.v1");
        assertThat(told.data()).doesNotContain(person.email(), "Ida", "Invited");
        String erasure = told.data().replaceAll(".*\"erasureId\":\"([^\"]+)\".*", "$1");
        OTHERS.forEach(service -> confirm(person.userId(), erasure, service));
        confirm(person.userId(), erasure, "job-service");

        await().untilAsserted(() -> assertThat(
                        users.erasure(person.userId()).orElseThrow().confirmations())
                .containsOnlyKeys(OTHERS));
        String receipt = run(person.userId());
        assertThat(receipt)
                .contains(
                        "Erasure " + erasure + " of user " + person.userId(),
                        "has no log-in of this user",
                        "Kept, and why:")
                .contains(OTHERS)
                .doesNotContain("not confirmed", person.email(), "Ida");
        assertThat(run(person.userId())).as("the same receipt once more").isEqualTo(receipt);

        assertForgotten(person);
        projections.rebuild("user-view");
        assertForgotten(person);
        assertThat(run(person.userId())).as("after a rebuild").isEqualTo(receipt);
    }

    private void assertForgotten(Invited person) {
        assertThat(Traces.of(person.email(), dataSource)).isEmpty();
        assertThat(KEYCLOAK_ADMIN.user(person.email()).isMissingNode()).isTrue();
        assertThat(state(person.userId())).isEqualTo("TECHNICIAN REMOVED");
        assertThat(users.user(person.userId()).orElseThrow().isErased()).isTrue();
        problem(check(person.link()), 404, "link-invalid");
    }

    @Test
    void theAddressCanBeInvitedAgainAndIsAnotherUser() {
        String partnerId = newPartner();
        String email = newAddress();
        String first = users.idFor(email);
        inviteFirstAdmin(first, partnerId, email);
        commands.sendAndWait(new RemoveUser(first, partnerId, Instant.now()));
        assertThatThrownBy(() -> run(first)).hasMessageStartingWith("Not confirmed yet");

        String second = users.idFor(email);

        assertThat(second).isNotEqualTo(first);
        inviteFirstAdmin(second, partnerId, email);
        assertThat(users.user(second).orElseThrow().email()).isEqualTo(email);
        assertThat(users.user(first).orElseThrow().isErased()).isTrue();
    }

    private void inviteFirstAdmin(String userId, String partnerId, String email) {
        Instant now = Instant.now();
        Instant tomorrow = now.plusSeconds(86_400);
        commands.sendAndWait(new InviteFirstAdmin(
                userId,
                partnerId,
                UUID.randomUUID().toString(),
                email,
                "de",
                "City Cars",
                "North",
                null,
                tomorrow,
                tomorrow,
                now));
    }

    @Test
    void anAdminIsForgottenInTheInvitationsToOthersToo() {
        Invited admin = registered(newPartner(), Role.ADMIN);
        String colleague = newAddress();
        invite(bearer(admin.email()), colleague, "ADMIN")
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(Traces.of(admin.email(), dataSource)).contains("public.invitation_view");
        seeded(admin.partnerId(), Role.ADMIN);
        commands.sendAndWait(new RemoveUser(admin.userId(), admin.partnerId(), Instant.now()));

        assertThatThrownBy(() -> run(admin.userId())).hasMessageStartingWith("Not confirmed yet");

        assertThat(Traces.of(admin.email(), dataSource)).isEmpty();
        assertThat(Traces.of(colleague, dataSource)).isNotEmpty();
    }

    @Test
    void onceMoreForThoseWhoHaveGoneBackInTime() {
        String user = seeded(newPartner(), Role.TECHNICIAN);
        commands.sendAndWait(new RemoveUser(user, users.user(user).orElseThrow().partnerId(), Instant.now()));
        assertThatThrownBy(() -> run(user)).hasMessageStartingWith("Not confirmed yet");
        String first = users.erasure(user).orElseThrow().erasureId();

        assertThatThrownBy(() -> erase.run(List.of(user), Set.of("again"), System.out))
                .hasMessageStartingWith("Not confirmed yet");

        assertThat(users.erasure(user).orElseThrow().erasureId()).isNotEqualTo(first);
        assertThat(kafka.await(
                        USERS,
                        2,
                        event -> user.equals(event.key()) && event.type().equals("servicepartner.user.erased.v1")))
                .hasSize(2);
    }

    @Test
    void whoIsActiveOrUnknownIsRefusedWithASentence() {
        String tom = DemoUser.TOM.userId().toString();
        assertRefused(tom, "The user has not been removed yet; an admin of the partner removes it first.");
        String nobody = UUID.randomUUID().toString();
        assertRefused(nobody, "There is no user " + nobody + ".");
        assertRefused(
                "tom@alpine-fitters.example",
                "Whom? Name the user by the id: erase 6f1c9a52-0000-4000-8000-000000000000");
        assertThat(state(tom)).isEqualTo("TECHNICIAN ACTIVE");
        assertThat(users.user(tom).orElseThrow().email()).isEqualTo("tom@alpine-fitters.example");
    }

    @Test
    void whileKeycloakIsAwayItIsTheOneThatHasNotConfirmed() {
        Invited person = registered(newPartner(), Role.TECHNICIAN);
        commands.sendAndWait(new RemoveUser(person.userId(), person.partnerId(), Instant.now()));
        KEYCLOAK.cut();
        try {
            assertThatThrownBy(() -> run(person.userId())).hasMessageContaining("notification-service, keycloak.");
        } finally {
            KEYCLOAK.join();
        }

        await().untilAsserted(() ->
                assertThat(KEYCLOAK_ADMIN.user(person.email()).isMissingNode()).isTrue());
    }

    private void assertRefused(String user, String sentence) {
        assertThatThrownBy(() -> run(user))
                .isInstanceOf(CommandRefusedException.class)
                .hasMessage(sentence);
    }

    private String run(String userId) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        erase.run(List.of(userId), Set.of(), new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }

    private static void confirm(String userId, String erasure, String service) {
        Map<String, String> headers = CloudEventsClient.headers(
                erasure, "/service-partner/" + service, "servicepartner.personal-data.erased.v1");
        kafka.publish(ERASURES, userId, headers, """
                {"subject":"%s","erasureId":"%s","service":"%s","erasedAt":"2026-03-02T08:30:00Z"}
                """.formatted(userId, erasure, service));
    }
}
