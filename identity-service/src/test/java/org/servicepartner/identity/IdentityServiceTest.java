package org.servicepartner.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.seed.Seed;
import org.servicepartner.identity.view.UserEntry;
import org.servicepartner.local.DemoUser;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Users who are there: who sees and changes them, and how others learn of it. */
class IdentityServiceTest extends RunningIdentityService {
    @Autowired
    Projections projections;

    @Autowired
    Seed seed;

    @Test
    void anAdminSeesTheUsersOfTheOwnPartnerOnly() {
        get(USERS_PATH, bearer(DemoUser.ALICE))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.users[?(@.email == 'alice@alpine-fitters.example')].role")
                .isEqualTo("ADMIN")
                .jsonPath("$.users[?(@.email == 'alice@alpine-fitters.example')].you")
                .isEqualTo(true)
                .jsonPath("$.users[?(@.email == 'tom@alpine-fitters.example')].state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.users[?(@.email == 'tom@alpine-fitters.example')].you")
                .isEqualTo(false)
                .jsonPath("$.users[?(@.email =~ /.*baltic.*/)]")
                .isEmpty();
    }

    @Test
    void technicianAndStrangerAreRefusedEverywhere() {
        String tom = bearer(DemoUser.TOM);
        String invited = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN).userId();
        String alice = DemoUser.ALICE.userId().toString();
        problem(get(USERS_PATH, tom), 403, "not-an-admin");
        problem(get(USERS_PATH + "/changes", tom), 403, "not-an-admin");
        problem(invite(tom, newAddress(), "ADMIN"), 403, "not-an-admin");
        problem(resend(invited, tom), 403, "not-an-admin");
        problem(revoke(invited, tom), 403, "not-an-admin");
        problem(role(alice, "TECHNICIAN", tom), 403, "not-an-admin");
        problem(remove(alice, tom), 403, "not-an-admin");
        problem(get(ME_PATH, tom), 403, "not-an-admin");
        problem(rename(tom, "Tom", "Admin"), 403, "not-an-admin");

        problem(get(USERS_PATH, null), 401, "unauthenticated");
        problem(get(USERS_PATH + "/changes", null), 401, "unauthenticated");
        problem(invite(null, newAddress(), "ADMIN"), 401, "unauthenticated");
        problem(resend(invited, null), 401, "unauthenticated");
        problem(revoke(invited, null), 401, "unauthenticated");
        problem(role(alice, "TECHNICIAN", null), 401, "unauthenticated");
        problem(remove(alice, null), 401, "unauthenticated");
        problem(get(ME_PATH, null), 401, "unauthenticated");
        problem(rename(null, "No", "Body"), 401, "unauthenticated");

        assertThat(state(alice)).isEqualTo("ADMIN ACTIVE");
        assertThat(state(invited)).isEqualTo("TECHNICIAN INVITED");
        assertThat(storedEventsOf(invited)).isOne();
    }

    @Test
    void anotherPartnersUserDoesNotExist() {
        String alice = bearer(DemoUser.ALICE);
        String ben = DemoUser.BEN.userId().toString();
        String invited = invited(DemoUser.BALTIC_SERVICE, Role.ADMIN).userId();
        problem(role(ben, "ADMIN", alice), 404, "user-not-found");
        problem(remove(ben, alice), 404, "user-not-found");
        problem(role(invited, "TECHNICIAN", alice), 404, "user-not-found");
        problem(remove(invited, alice), 404, "user-not-found");
        problem(resend(invited, alice), 404, "user-not-found");
        problem(revoke(invited, alice), 404, "user-not-found");
        String nobody = UUID.randomUUID().toString();
        problem(remove(nobody, alice), 404, "user-not-found");
        problem(resend(nobody, alice), 404, "user-not-found");
        problem(revoke(nobody, alice), 404, "user-not-found");
        assertThat(state(ben)).isEqualTo("TECHNICIAN ACTIVE");
        assertThat(state(invited)).isEqualTo("ADMIN INVITED");
        assertThat(storedEventsOf(invited)).isOne();
    }

    @Test
    void aTechnicianBecomesAnAdminAndIsRemovedAndOthersLearnOfIt() {
        String user = seeded(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        String alice = bearer(DemoUser.ALICE);

        role(user, "ADMIN", alice).exchange().expectStatus().isNoContent();
        ReceivedEvent changed = kafka.await(USERS, user, "servicepartner.user.role-changed.v1");
        assertThat(changed.data()).contains("\"role\":\"ADMIN\"", DemoUser.ALPINE_FITTERS);
        assertThat(changed.headers()).containsEntry("ce_sequence", "1").containsKey("ce_correlationid");

        remove(user, alice).exchange().expectStatus().isNoContent();
        remove(user, alice).exchange().expectStatus().isNoContent();
        assertThat(kafka.await(USERS, user, "servicepartner.user.removed.v1").headers())
                .containsEntry("ce_sequence", "2");
        assertThat(state(user)).isEqualTo("ADMIN REMOVED");
        problem(role(user, "TECHNICIAN", alice), 409, "user-removed");
        assertThat(jdbc.sql(
                                "select distinct metadata ->> 'actor' from domain_event where aggregate_id = ? and sequence_number > 0")
                        .param(user)
                        .query(String.class)
                        .list())
                .containsExactly("user:" + DemoUser.ALICE.userId());
    }

    @Test
    void theLastAdminCanBeNeitherDemotedNorRemoved() {
        String bea = DemoUser.BEA.userId().toString();
        problem(role(bea, "TECHNICIAN", bearer(DemoUser.BEA)), 409, "last-admin");
        problem(remove(bea, bearer(DemoUser.BEA)), 409, "last-admin");
        assertThat(state(bea)).isEqualTo("ADMIN ACTIVE");
    }

    @Test
    void twoAdminsWhoDemoteEachOtherAtTheSameMomentLeaveOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            String partnerId = newPartner();
            List<String> admins = List.of(seeded(partnerId, Role.ADMIN), seeded(partnerId, Role.ADMIN));
            Callable<Object> demote =
                    () -> attempt(new ChangeRole(admins.get(0), partnerId, Role.TECHNICIAN, Instant.now()));
            Callable<Object> remove = () -> attempt(new RemoveUser(admins.get(1), partnerId, Instant.now()));
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Object> done : both.invokeAll(List.of(demote, remove))) {
                    done.get();
                }
            }
            assertThat(users.usersOf(partnerId).stream()
                            .filter(user -> user.role().equals("ADMIN") && user.isActive()))
                    .as("active admins after round %d", round)
                    .hasSize(1);
        }
    }

    @Test
    void aTokenThatStillSaysAdminDoesNotHelpWhoIsNoneAnyMore() {
        Invited admin = registered(newPartner(), Role.ADMIN);
        String other = seeded(admin.partnerId(), Role.ADMIN);
        String token = bearer(admin.email());
        role(admin.userId(), "TECHNICIAN", token).exchange().expectStatus().isNoContent();
        problem(remove(other, token), 403, "admin-not-active");
        problem(get(USERS_PATH, token), 403, "admin-not-active");
        problem(get(ME_PATH, token), 403, "admin-not-active");
        problem(invite(token, newAddress(), "ADMIN"), 403, "admin-not-active");

        commands.sendAndWait(new ChangeRole(admin.userId(), admin.partnerId(), Role.ADMIN, Instant.now()));
        remove(other, token).exchange().expectStatus().isNoContent();
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        String alice = bearer(DemoUser.ALICE);
        String tom = DemoUser.TOM.userId().toString();
        role(tom, "OWNER", alice).exchange().expectStatus().isBadRequest();
        problem(request(HttpMethod.PUT, USERS_PATH + "/" + tom + "/role", alice, Map.of()), 400, "invalid-request");
        remove("not-an-id", alice).exchange().expectStatus().isBadRequest();
        assertThat(state(tom)).isEqualTo("TECHNICIAN ACTIVE");
    }

    @Test
    void anAdminSeesAndChangesTheOwnName() {
        Invited admin = registered(newPartner(), Role.ADMIN);
        String token = bearer(admin.email());
        get(ME_PATH, token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        "{\"userId\":\"%s\",\"email\":\"%s\",\"firstName\":\"Ida\",\"lastName\":\"Invited\",\"role\":\"ADMIN\"}"
                                .formatted(admin.userId(), admin.email()));

        rename(token, " Ina ", "Inn")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.firstName")
                .isEqualTo("Ina")
                .jsonPath("$.lastName")
                .isEqualTo("Inn");

        assertThat(kafka.await(USERS, admin.userId(), "servicepartner.user.renamed.v1")
                        .data())
                .contains("\"firstName\":\"Ina\"", "\"lastName\":\"Inn\"", admin.partnerId());
        await().untilAsserted(() -> assertThat(
                        KEYCLOAK_ADMIN.user(admin.email()).path("firstName").asString())
                .isEqualTo("Ina"));
        assertThat(problem(rename(token, " ", "x".repeat(101)), 400, "invalid-request")
                        .path("fields")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("firstName", "lastName");
    }

    @Test
    void theSeededUsersArePublishedAndSeedingAgainChangesNothing() {
        ReceivedEvent tom = kafka.await(USERS, DemoUser.TOM.userId().toString(), "servicepartner.user.activated.v1");
        assertThat(tom.data()).contains("\"role\":\"TECHNICIAN\"", DemoUser.ALPINE_FITTERS, "Tauern");
        seed.run();
        assertThat(storedEventsOf(DemoUser.TOM.userId().toString())).isOne();
    }

    @Test
    void theReadModelCanBeMadeAnew() {
        Invited invited = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        List<UserEntry> before = users.usersOf(DemoUser.ALPINE_FITTERS);
        jdbc.sql("update user_view set role = 'ADMIN'").update();
        jdbc.sql("delete from invitation_view").update();
        projections.rebuild("user-view");
        assertThat(users.usersOf(DemoUser.ALPINE_FITTERS)).isEqualTo(before);
        check(invited.link()).exchange().expectStatus().isOk();
    }

    @Test
    void theApiIsAsApproved() {
        String openApi = client().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        new ApprovedFiles().verifyJson("openapi.json", openApi);
    }

    private Object attempt(Object command) {
        try {
            return String.valueOf(commands.<Object>sendAndWait(command));
        } catch (RuntimeException refused) {
            return refused;
        }
    }
}
