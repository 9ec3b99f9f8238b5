package org.servicepartner.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.local.App;
import org.servicepartner.local.Mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The guide for service partners, chapter by chapter, by a team that has never heard of us: from the provider's request to the first
 * visible job and its end, in a real browser against the whole platform.
 */
@ExtendWith(PlatformExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuideIT {
    private static final String PASSWORD = "a Fitter-in-the-north 7";
    private static final String TECHNICIANS_PASSWORD = "screwdriver & torch 9";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String nora = "nora-" + run + "@nordic-fitters.example";
    private final String tim = "tim-" + run + "@nordic-fitters.example";
    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();

    private final Platform platform;
    private PortalBrowser browser;
    private PortalBrowser.Visitor admin;
    private String partnerId;

    GuideIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void open() {
        browser = new PortalBrowser(platform.stack().url(App.GATEWAY));
        admin = browser.visitor("en-GB", 1280, 900);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(platform.stack().infrastructure().mail(), address);
    }

    @Test
    @Order(1)
    void step1CompleteRegistration() {
        platform.fleetControl().requestConnection(connection, fleet, nora.toUpperCase());
        partnerId = platform.fleetControl()
                .hearsOfConnection("requested", connection)
                .get("partnerId")
                .asString();
        platform.fleetControl().createJob(job, fleet, partnerId);

        Mail invitation = mailbox(nora).await(1);
        assertThat(invitation.text()).contains("Peak Mobility").contains("Fleet " + fleet);
        String link = Mailbox.link(invitation);
        admin.open(link);
        admin.seesHeading("Complete your registration");
        admin.look("registration");

        admin.fill("Password", "short");
        admin.press("Set password");
        admin.sees("The password needs at least 12 characters");

        admin.fill("Password", PASSWORD);
        admin.press("Set password");
        admin.seesHeading("Your account is ready");
        admin.look("registered");

        try (PortalBrowser.Visitor again = browser.visitor("de-DE", 390, 844)) {
            again.open(link);
            again.seesHeading("Dieser Link wurde schon verwendet");
            again.look("link-used-phone-german");
            again.open("/register#" + link.substring(link.indexOf('#') + 1, link.length() - 3) + "AAA");
            again.page().reload();
            again.seesHeading("Dieser Link funktioniert nicht");
        }

        admin.follow("Continue to log in");
        admin.page().locator("#username").waitFor();
        admin.look("log-in");
        admin.signIn(nora, PASSWORD);
    }

    @Test
    @Order(2)
    void step2SetYourTeamDetailsAndComeBackLater() {
        admin.seesHeading("Team details");
        assertThat(admin.valueOf("Team e-mail")).isEqualTo(nora);
        admin.look("team-details");
        admin.fill("Team name", "Nordic Fitters");
        admin.press("Save & Continue");
        admin.seesHeading("Personal details");

        admin.open("/connections");
        admin.seesHeading("Personal details");
    }

    @Test
    @Order(3)
    void step3SetYourPersonalDetails() {
        admin.look("personal-details");
        assertThat(admin.page().getByText(nora).first().isVisible()).isTrue();
        admin.fill("First name", "Nora");
        admin.fill("Last name", "Lindström");
        admin.press("Save & Continue");
        admin.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the NDA"))
                .waitFor();
    }

    @Test
    @Order(4)
    void step4SignTheNda() {
        admin.press("Open the NDA");
        admin.fill("Company name", "Nordic Fitters GmbH");
        admin.fill("Street & no.", "Hafenstraße 7");
        admin.fill("ZIP code & city", "20359 Hamburg");
        admin.fill("Representative", "Nora Lindström");
        admin.look("nda");
        admin.press("Review");
        admin.page().getByRole(AriaRole.CHECKBOX).check();
        admin.look("nda-review");
        admin.press("Sign electronically");
        admin.seesHeading("Fleet connections");
    }

    @Test
    @Order(5)
    void step5AcceptTheFleetConnectionRequest() {
        admin.sees("Fleet " + fleet);
        admin.look("connections-pending");
        admin.press("Accept the request for Fleet " + fleet);
        platform.fleetControl().hearsOfConnection("accepted", connection);
        admin.sees("is connected. Its jobs are now visible to your technicians.");
    }

    @Test
    @Order(6)
    void newRequestsAppearWithoutReloadingAndADeclinedOneStaysDeclined() {
        String second = FleetControl.newId();
        String otherFleet = FleetControl.newFleet();
        int mailsBefore = mailbox(nora).mails().size();
        platform.fleetControl().requestConnection(second, otherFleet, nora);

        admin.sees("Fleet " + otherFleet);
        assertThat(mailbox(nora).await(mailsBefore + 1).subject()).contains("Fleet " + otherFleet);
        admin.open("/connections");
        admin.press("Decline the request for Fleet " + otherFleet);
        admin.sees("This is final");
        admin.look("decline-dialog");
        admin.confirm("Decline");
        platform.fleetControl().hearsOfConnection("declined", second);
        admin.sees("is declined.");
    }

    @Test
    @Order(7)
    void inviteATechnicianWhoThenSeesTheJobInSmartControl() throws Exception {
        admin.open("/users");
        admin.press("Invite user");
        admin.fill("First name", "Tim");
        admin.fill("Last name", "Sørensen");
        admin.fill("E-mail", tim);
        admin.look("invite");
        admin.confirm("Send invite");
        admin.sees("Tim Sørensen is invited.");
        admin.look("users");

        Mail invitation = mailbox(tim).await(1);
        try (PortalBrowser.Visitor technician = browser.visitor("en-GB", 390, 844)) {
            technician.open(Mailbox.link(invitation));
            technician.seesHeading("Complete your registration");
            technician.look("technician-registers-phone");
            technician.fill("Password", TECHNICIANS_PASSWORD);
            technician.press("Set password");
            technician.seesHeading("You can now use SmartControl");
            technician.look("technician-registered-phone");
        }
        await().untilAsserted(
                        () -> assertThat(jobsOf(tim, TECHNICIANS_PASSWORD)).contains(job));
        admin.page().locator("text=Active").nth(1).waitFor();
    }

    private String jobsOf(String email, String password) throws IOException, InterruptedException {
        String token = platform.stack().infrastructure().keycloak().token(email, password);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(platform.stack().url(App.GATEWAY).resolve("/api/smartcontrol/v1/jobs"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @Order(8)
    void anAdminsCredentialsDoNotOpenSmartControl() throws Exception {
        assertThat(jobsOf(nora, PASSWORD)).contains("urn:service-partner:problem:not-a-technician");
    }

    @Test
    @Order(9)
    void lookThroughTheJobs() {
        admin.open("/jobs");
        admin.sees("M-PM 1234");
        admin.look("jobs");
        admin.page().getByText("M-PM 1234").first().click();
        admin.seesHeading("Time line");
        admin.sees("Assigned to your team");
        admin.press("Show");
        admin.sees("Visible to Tim Sørensen.");
        admin.look("job");
    }

    @Test
    @Order(10)
    void updateSettingsAndGetTheSignedNda() {
        admin.open("/settings");
        admin.fill("Display name", "Nordic Fitters North");
        admin.press("Save changes: Team");
        admin.sees("The team details are saved.");
        admin.look("settings");
        assertThat(new String(admin.download("Download the signed PDF"), ISO_8859_1))
                .startsWith("%PDF-")
                .contains("ETSI.CAdES.detached");
    }

    @Test
    @Order(11)
    void deletingAConnectionSaysWhatItTouchesAndTakesItsJobsAway() throws Exception {
        admin.open("/connections?state=accepted");
        admin.press("Delete connection to Fleet " + fleet);
        admin.sees("1 job is assigned and not started");
        admin.look("delete-dialog");
        admin.confirm("Delete connection");
        platform.fleetControl().hearsOfConnection("deleted", connection);
        await().untilAsserted(
                        () -> assertThat(jobsOf(tim, TECHNICIANS_PASSWORD)).doesNotContain(job));
        await().untilAsserted(
                        () -> assertThat(mailbox("desk@peak-mobility.example").mails())
                                .anySatisfy(mail -> assertThat(mail.text()).contains("Fleet " + fleet)));
    }

    @Test
    @Order(12)
    void theLastAdminStaysAndARemovedTechnicianSeesNothing() {
        admin.open("/users");
        admin.press("Actions for Tim Sørensen");
        admin.page().getByRole(AriaRole.MENUITEM, menuItem("Remove user")).click();
        admin.confirm("Remove user");
        admin.sees("Tim Sørensen is removed.");
        await().untilAsserted(() -> assertThatThrownBy(
                        () -> platform.stack().infrastructure().keycloak().token(tim, TECHNICIANS_PASSWORD))
                .isInstanceOf(RuntimeException.class));
    }

    private static Page.GetByRoleOptions menuItem(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    @Order(13)
    void signOut() {
        admin.press("Account");
        admin.page().getByRole(AriaRole.MENUITEM, menuItem("Sign out")).click();
        admin.page().waitForURL(address -> !address.contains("/users"));
        admin.open("/users");
        admin.page()
                .getByText("Sign in")
                .or(admin.page().locator("#username"))
                .first()
                .waitFor();
        admin.look("signed-out");
    }
}
