package org.servicepartner.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.App;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A technician with the SmartControl app on a phone, in a real browser against the whole platform: an installation that loses its
 * reception in the middle, answers that get lost, a phone that is shared, and a connection that is deleted while a job runs.
 */
@ExtendWith(PlatformExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TechniciansDayIT {
    private static final List<String> CHECKS =
            List.of("Unit is online", "GPS position", "Ignition", "Central lock", "Immobilizer");
    private static final String UNIT = "00000000CAFE0042";
    private static final String KEPT_ON_THE_PHONE = """
            () => new Promise((resolve, reject) => {
              const opening = indexedDB.open('smartcontrol');
              opening.onerror = reject;
              opening.onsuccess = () => {
                const keys = opening.result.transaction('kept').objectStore('kept').getAllKeys();
                keys.onsuccess = () => resolve(keys.result);
              };
            })
            """;

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String installation = FleetControl.newId();
    private final String second = FleetControl.newId();

    private final Platform platform;
    private PortalBrowser browser;
    private PortalBrowser.Visitor tom;

    TechniciansDayIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void aConnectedFleetHasTwoJobs() throws IOException {
        FleetControl fleetControl = platform.fleetControl();
        fleetControl.requestConnection(connection, fleet, platform.alice().email());
        await().until(() -> platform.alice().connection(connection).status() == 200);
        assertThat(platform.alice().accept(connection).text("state")).isEqualTo("ACCEPTED");
        fleetControl.createJob(installation, fleet, platform.alice().partnerId());
        fleetControl.createJob(second, fleet, platform.alice().partnerId());
        await().untilAsserted(() ->
                assertThat(platform.tom().jobIdsOf(fleet)).containsExactlyInAnyOrder(installation, second));
        browser = new PortalBrowser(platform.stack().url(App.GATEWAY), Label.filmed("https://units.example/" + UNIT));
        tom = browser.visitor("en-GB", 390, 844);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void signsInAndSeesTheOpenJobs() {
        tom.open("/smartcontrol/");
        tom.seesHeading("Your jobs, also without reception");
        tom.look("app-sign-in");
        signIn(DemoUser.TOM);
        tom.sees("Live · everything is sent");
        tom.open("/smartcontrol/?show=open");
        tom.sees("Fleet " + fleet);
        tom.look("app-open-jobs");
    }

    @Test
    @Order(2)
    void acceptsAndStartsAtTheRightVehicle() {
        tom.open("/smartcontrol/jobs/" + installation);
        tom.press("Accept job");
        assertThat(platform.fleetControl()
                        .hearsOfJob("accepted", installation)
                        .get("technicianId")
                        .asString())
                .isEqualTo(platform.tom().id());
        tom.look("app-accepted");

        tom.fill("Last 6 characters of the VIN", "386752");
        tom.press("Start job");
        platform.fleetControl().hearsOfJob("started", installation);
        tom.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Save configuration")
                                .setExact(true))
                .waitFor();
    }

    @Test
    @Order(3)
    void worksOnWithoutReceptionEvenIfTheAppStartsAnew() {
        tom.page().context().setOffline(true);
        configure();
        tom.sees("No reception · 1 step waits");
        tom.look("app-offline");

        tom.page().reload();
        tom.sees("No reception · 1 step waits");
        test();
        tom.sees("No reception · 2 steps wait");
        assertThat(eventsOf(installation)).doesNotContain("configured", "tested");
    }

    @Test
    @Order(4)
    void sendsWhatWaitedWhenThereIsReceptionAgain() {
        tom.page().context().setOffline(false);
        assertThat(platform.fleetControl()
                        .hearsOfJob("configured", installation)
                        .get("telematicsUnitId")
                        .asString())
                .isEqualTo(UNIT);
        assertThat(platform.fleetControl()
                        .hearsOfJob("tested", installation)
                        .get("passed")
                        .asBoolean())
                .isTrue();
        tom.sees("Live · everything is sent");
    }

    /** The service does it, but the answer is lost on the way, twice; the phone asks again and nothing happens twice. */
    @Test
    @Order(5)
    void completesThoughTheAnswerGetsLost() {
        AtomicInteger lost = new AtomicInteger();
        tom.page().route("**/api/smartcontrol/v1/commands", route -> {
            APIResponse answer = route.fetch();
            if (lost.getAndIncrement() < 2) {
                route.abort();
            } else {
                route.fulfill(new Route.FulfillOptions().setResponse(answer));
            }
        });
        tom.press("Complete job");
        tom.sees("Job done");
        tom.page().waitForCondition(() -> lost.get() >= 3);
        tom.sees("Live · everything is sent");
        tom.page().unroute("**/api/smartcontrol/v1/commands");
        platform.fleetControl().hearsOfJob("succeeded", installation);
        assertThat(eventsOf(installation))
                .containsExactly("assigned", "accepted", "started", "configured", "tested", "succeeded");
        tom.look("app-done");
    }

    /** A phone that several people share: what one has not sent waits for him, and never goes out in the name of another. */
    @Test
    @Order(6)
    void keepsWhatIsNotSentForTomWhileBenHasThePhone() {
        tom.open("/smartcontrol/jobs/" + second);
        tom.page().route("**/api/smartcontrol/v1/commands", Route::abort);
        tom.press("Accept job");
        tom.sees("1 step waits");
        signOut();
        tom.page().unroute("**/api/smartcontrol/v1/commands");

        signIn(DemoUser.BEN);
        tom.sees("Live · everything is sent");
        assertThat(eventsOf(second)).containsExactly("assigned");
        signOut();

        signIn(DemoUser.TOM);
        assertThat(platform.fleetControl()
                        .hearsOfJob("accepted", second)
                        .get("technicianId")
                        .asString())
                .isEqualTo(platform.tom().id());
        tom.sees("Live · everything is sent");
    }

    @Test
    @Order(7)
    void learnsThatTheConnectionWasDeletedWhileItWorkedWithoutReception() {
        tom.open("/smartcontrol/jobs/" + second);
        tom.fill("Last 6 characters of the VIN", "386752");
        tom.press("Start job");
        platform.fleetControl().hearsOfJob("started", second);

        tom.page().context().setOffline(true);
        configure();
        tom.sees("No reception · 1 step waits");
        assertThat(platform.alice().delete(connection).text("state")).isEqualTo("DELETED");
        assertThat(platform.fleetControl()
                        .hearsOfJob("failed", second)
                        .get("reason")
                        .asString())
                .isEqualTo("CONNECTION_DELETED");

        tom.page().context().setOffline(false);
        tom.sees("1 step was refused");
        tom.open("/smartcontrol/sync");
        tom.seesHeading("Refused");
        tom.look("app-refused");
        tom.open("/smartcontrol/");
        tom.page().waitForCondition(() -> tom.page().getByText("Fleet " + fleet).count() == 0);
        assertThat(eventsOf(second)).containsExactly("assigned", "accepted", "started", "failed");
    }

    @Test
    @Order(8)
    void turnsAnAdminAwayAndKeepsNoTokenOfHers() {
        try (PortalBrowser.Visitor alice = browser.visitor("en-GB", 390, 844)) {
            alice.open("/smartcontrol/");
            alice.press("Sign in");
            Response tokens = alice.page()
                    .waitForResponse(
                            "**/protocol/openid-connect/token",
                            () -> alice.signIn(DemoUser.ALICE.email(), KeycloakServer.DEMO_PASSWORD));
            String token = JsonMapper.shared()
                    .readTree(tokens.text())
                    .get("access_token")
                    .asString();
            alice.sees("This account is not a technician’s");
            alice.look("app-no-access");

            assertThat(alice.page().evaluate(KEPT_ON_THE_PHONE))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .contains("settings")
                    .doesNotContain("owner", "refreshToken", "idToken");
            APIResponse users = alice.page()
                    .request()
                    .get(
                            platform.stack()
                                    .url(App.GATEWAY)
                                    .resolve("/api/partner/v1/users")
                                    .toString(),
                            RequestOptions.create().setHeader("Authorization", "Bearer " + token));
            assertThat(users.status())
                    .as("An app's token is good for nothing else")
                    .isEqualTo(403);
        }
    }

    private void signIn(DemoUser user) {
        tom.press("Sign in");
        tom.signIn(user.email(), KeycloakServer.DEMO_PASSWORD);
    }

    /** Until the sign-in service has forgotten the person too. */
    private void signOut() {
        tom.open("/smartcontrol/account");
        tom.press("Sign out");
        tom.confirm("Sign out");
        tom.page().waitForURL("**/smartcontrol/");
    }

    private void configure() {
        tom.press("Scan the unit");
        PlaywrightAssertions.assertThat(tom.page().getByLabel("Unit id")).hasValue(UNIT);
        choose("How did it go?", "Succeeded");
        tom.press("Save configuration");
    }

    private void test() {
        CHECKS.forEach(check -> choose(check, "OK"));
        tom.press("Save test");
    }

    private void choose(String question, String answer) {
        tom.page()
                .getByRole(
                        AriaRole.RADIOGROUP,
                        new Page.GetByRoleOptions().setName(question).setExact(true))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true))
                .check();
    }

    /** What FleetControl has heard of the job, in order. */
    private List<String> eventsOf(String jobId) {
        return platform.kafka().records("servicepartner.jobs.v1").stream()
                .filter(event -> jobId.equals(event.key()))
                .map(event -> event.type().split("\\.")[2])
                .toList();
    }
}
