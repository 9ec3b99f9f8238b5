package org.servicepartner.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
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
import org.servicepartner.local.KeycloakServer;
import org.servicepartner.local.LocalStack;
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

    private static final String COLLEAGUES_PASSWORD = "two admins are better 2";

    /** A replica of identity-service whose invitations soon expire. */
    private static final int SECOND = 2;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String nora = "nora-" + run + "@nordic-fitters.example";
    private final String tim = "tim-" + run + "@nordic-fitters.example";
    private final String mia = "mia-" + run + "@nordic-fitters.example";
    private final String otto = "otto-" + run + "@nordic-fitters.example";
    private final String eva = "eva-" + run + "@nordic-fitters.example";
    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();
    private final String failing = FleetControl.newId();
    private final String running = FleetControl.newId();

    private final Platform platform;
    private final Person technician;
    private PortalBrowser browser;
    private PortalBrowser.Visitor admin;
    private PortalBrowser.Visitor timsPhone;
    private String partnerId;

    GuideIT(Platform platform) {
        this.platform = platform;
        this.technician = registered(tim, TECHNICIANS_PASSWORD);
    }

    private Person registered(String email, String password) {
        return new Person(
                email,
                password,
                platform.stack().infrastructure().keycloak(),
                platform.stack().url(App.GATEWAY));
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
        admin.read(invitation);
        admin.follow("Complete Registration");
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
        admin.close();

        admin = browser.visitor("en-GB", 1280, 900);
        admin.open("/connections");
        admin.signIn(nora, PASSWORD);
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
        admin.losesTheNextAnswers(2, "/api/partner/v1/partner/nda\\?");
        admin.press("Open the NDA");
        admin.sees("The NDA could not be loaded");
        admin.press("Open the NDA again");
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
        await().untilAsserted(() -> assertThat(mailbox(nora).mails())
                .anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("Your signed non-disclosure agreement")));
    }

    @Test
    @Order(5)
    void step5AcceptTheFleetConnectionRequest() {
        admin.sees("Fleet " + fleet);
        admin.look("connections-pending");
        admin.press("Accept the request for Fleet " + fleet);
        admin.sees("All jobs of this fleet that Peak Mobility has given to your team appear");
        admin.look("accept-dialog");
        admin.confirm("Accept");
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
    void inviteATechnicianWhoThenSeesTheJobInSmartControl() {
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

        timsPhone = browser.visitor("en-GB", 390, 844);
        timsPhone.open("/smartcontrol/");
        timsPhone.press("Sign in");
        timsPhone.signIn(tim, TECHNICIANS_PASSWORD);
        timsPhone.sees("Only the address of your invitation works");
        timsPhone.sees("First accept the invitation in your e-mail");
        timsPhone.look("technician-without-account-phone");
        admin.page().getByText("A technician can’t see jobs or can’t log in?").click();
        admin.sees("They see no jobs until they have opened the link in the e-mail");
        admin.sees("No address works yet, because no technician is active.");
        admin.sees("The accounts of admins do not open SmartControl");
        admin.look("technician-cannot-see-jobs");

        timsPhone.open(Mailbox.link(invitation));
        timsPhone.seesHeading("Complete your registration");
        timsPhone.look("technician-registers-phone");
        timsPhone.fill("Password", TECHNICIANS_PASSWORD);
        timsPhone.press("Set password");
        timsPhone.seesHeading("You can now use SmartControl");
        timsPhone.look("technician-registered-phone");
        timsPhone.follow("Open SmartControl");
        timsPhone.press("Sign in");
        timsPhone.signIn(tim, TECHNICIANS_PASSWORD);
        timsPhone.sees("M-PM 1234");
        timsPhone.look("technician-sees-the-job-phone");
        assertThat(jobsOfTechnician()).containsExactly(job);
        admin.page().locator("text=Active").nth(1).waitFor();
    }

    private List<String> jobsOfTechnician() {
        return technician.jobIdsOf(fleet);
    }

    @Test
    @Order(8)
    void eachRoleIsToldWhereItWorks() {
        assertThat(registered(nora, PASSWORD).jobs().problem()).isEqualTo("403 not-a-technician");

        timsPhone.open("/");
        timsPhone.follow("Sign in");
        timsPhone.signIn(tim, TECHNICIANS_PASSWORD);
        timsPhone.seesHeading("Your jobs are in SmartControl");
        timsPhone.look("technician-in-the-portal");
    }

    @Test
    @Order(9)
    void aColleagueRegistersWithTheLatestLinkAtABrowserWhereSomebodyElseIsSignedIn() {
        invite("Mia", "Holm", mia, "Admin");
        String first = Mailbox.link(mailbox(mia).await(1));
        admin.choose("Resend invitation", "Mia Holm");
        admin.look("resend-dialog");
        admin.confirm("Resend invitation");
        admin.sees("A new link was sent to " + mia);
        String second = Mailbox.link(mailbox(mia).await(2));

        timsPhone.open(first);
        timsPhone.seesHeading("There is a newer link for you");
        timsPhone.look("link-replaced-phone");
        timsPhone.open(second);
        timsPhone.page().reload();
        timsPhone.sees("You are signed in as " + tim);
        timsPhone.look("other-account-phone");
        timsPhone.fill("Password", COLLEAGUES_PASSWORD);
        timsPhone.press("Set password");
        timsPhone.seesHeading("Your account is ready");
        timsPhone.press("Continue to log in");
        timsPhone.signIn(mia, COLLEAGUES_PASSWORD);
        timsPhone.seesHeading("Fleet connections");
        timsPhone.close();
    }

    private void invite(String firstName, String lastName, String email, String role) {
        admin.open("/users");
        admin.press("Invite user");
        admin.fill("First name", firstName);
        admin.fill("Last name", lastName);
        admin.fill("E-mail", email);
        admin.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(role))
                .check();
        admin.confirm("Send invite");
        admin.sees(firstName + " " + lastName + " is invited.");
    }

    @Test
    @Order(10)
    void anInvitationIsChangedAndTakenBack() {
        invite("Otto", "Berg", otto, "Technician");
        String link = Mailbox.link(mailbox(otto).await(1));
        admin.choose("Make admin", "Otto Berg");
        admin.look("invited-role-dialog");
        admin.confirm("Make admin");
        admin.sees("Otto Berg is now invited as an admin.");
        admin.choose("Revoke invitation", "Otto Berg");
        admin.look("revoke-dialog");
        admin.confirm("Revoke invitation");
        admin.sees("The invitation of Otto Berg is revoked.");

        try (PortalBrowser.Visitor late = browser.visitor("en-GB", 1280, 900)) {
            late.open(link);
            late.seesHeading("Your invitation was taken back");
            late.sees("Ask Nora Lindström to invite you again.");
            late.look("link-revoked");
        }
    }

    @Test
    @Order(11)
    void lookThroughTheJobsWhileTheyChange() {
        admin.open("/jobs");
        admin.sees("1 job shown");
        admin.sees("Live");
        platform.fleetControl().createJob(failing, fleet, partnerId);
        platform.fleetControl().createJob(running, fleet, partnerId);
        admin.sees("3 jobs shown");
        await().untilAsserted(() -> assertThat(jobsOfTechnician()).contains(failing, running));
        for (String each : List.of(failing, running)) {
            assertThat(technician.acceptJob(each).status()).isEqualTo(200);
            assertThat(technician.start(each).status()).isEqualTo(200);
        }
        assertThat(technician
                        .work(failing, "fail", "{\"comment\":\"The vehicle is not here.\"}")
                        .status())
                .isEqualTo(200);
        for (String status : List.of("Running", "Failed")) {
            Locator rows = admin.page().getByRole(AriaRole.ROW).filter(hasText(status));
            admin.page().waitForCondition(() -> rows.count() == 1);
        }
        admin.look("jobs");

        admin.fill("Search", "zeppelin");
        admin.seesHeading("No job matches");
        admin.fill("Search", failing.substring(0, 13));
        admin.sees("1 job shown");
        admin.fill("Search", "");
        admin.page().getByLabel("Status").selectOption("Failed");
        admin.sees("1 job shown");
        admin.page().getByRole(AriaRole.LINK, named("M-PM 1234")).click();
        admin.sees("Why it failed");
        admin.sees("The vehicle is not here.");
        admin.sees("Assigned to the team");
        admin.press("Show");
        admin.sees("Visible to Tim Sørensen.");
        admin.look("failed-job");
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    @Order(12)
    void supportSeesWhoCouldSeeAJobAndReachItsVehicle() {
        try (PortalBrowser.Visitor sue = browser.visitor("en-GB", 390, 844)) {
            sue.open("/");
            sue.follow("Sign in");
            sue.signIn(KeycloakServer.SUPPORT_USER, KeycloakServer.DEMO_PASSWORD);
            sue.seesHeading("History of jobs and vehicles");
            sue.fill("Job id or VIN", running);
            sue.press("Show");
            sue.sees("Visible to Tim Sørensen.");
            sue.sees("Tim Sørensen could reach the vehicle since");
            sue.sees("The connection to the fleet was accepted.");
            sue.sees("Assigned to the team");
            sue.look("support-job-phone");
            sue.fill("Job id or VIN", "WVWZZZ1JZXW386752");
            sue.press("Show");
            sue.follow(running);
            sue.sees("Assigned to the team");
        }
    }

    @Test
    @Order(13)
    void updateSettingsAndGetTheSignedNda() {
        admin.follow("Settings");
        admin.fill("Display name", "Nordic Fitters North");
        admin.fill("Team e-mail", "desk-" + run + "@nordic-fitters.example");
        admin.press("Save changes: Team");
        admin.sees("The team details are saved.");
        admin.fill("First name", "Nora Maria");
        admin.press("Save changes: You");
        admin.sees("Your name is saved.");
        admin.page().reload();
        admin.seesHeading("Second factor Off");
        assertThat(admin.valueOf("Display name")).isEqualTo("Nordic Fitters North");
        assertThat(admin.valueOf("Team e-mail")).isEqualTo("desk-" + run + "@nordic-fitters.example");
        assertThat(admin.valueOf("First name")).isEqualTo("Nora Maria");
        admin.look("settings");
        assertThat(new String(admin.download("Download the signed PDF"), ISO_8859_1))
                .startsWith("%PDF-")
                .contains("ETSI.CAdES.detached");
        admin.open("/users");
        admin.sees("Nora Maria Lindström");
    }

    @Test
    @Order(14)
    void deletingAConnectionSaysWhatItTouchesAndTakesItsJobsAway() {
        admin.open("/connections?state=accepted");
        admin.press("Delete connection to Fleet " + fleet);
        admin.sees("1 job is running: it ends as failed");
        admin.sees("1 job is assigned and not started");
        admin.look("delete-dialog");
        admin.confirm("Delete connection");
        platform.fleetControl().hearsOfConnection("deleted", connection);
        await().untilAsserted(() -> assertThat(jobsOfTechnician()).isEmpty());
        assertThat(platform.fleetControl()
                        .hearsOfJob("failed", running)
                        .get("reason")
                        .asString())
                .isEqualTo("CONNECTION_DELETED");
        await().untilAsserted(
                        () -> assertThat(mailbox("desk@peak-mobility.example").mails())
                                .anySatisfy(mail -> assertThat(mail.text()).contains("Fleet " + fleet)));
    }

    @Test
    @Order(15)
    void theLastAdminStaysAndARemovedTechnicianSeesNothing() {
        admin.open("/users");
        admin.choose("Make technician", "Mia Holm");
        admin.look("role-dialog");
        admin.confirm("Make technician");
        admin.sees("Mia Holm is now a technician.");
        admin.choose("Remove user", "Tim Sørensen");
        admin.confirm("Remove user");
        admin.sees("Tim Sørensen is removed.");
        await().untilAsserted(() -> assertThatThrownBy(
                        () -> platform.stack().infrastructure().keycloak().token(tim, TECHNICIANS_PASSWORD))
                .isInstanceOf(RuntimeException.class));

        admin.choose("Remove user", "Nora Maria Lindström");
        admin.sees("Your team needs an admin");
        admin.look("last-admin-dialog");
        Person lastAdmin = registered(nora, PASSWORD);
        assertThat(lastAdmin.remove(lastAdmin).problem()).isEqualTo("409 last-admin");
        assertThat(lastAdmin.changeRole(lastAdmin, "TECHNICIAN").problem()).isEqualTo("409 last-admin");
    }

    @Test
    @Order(16)
    void anExpiredLinkSaysSoAndANewOneIsSent() {
        LocalStack stack = platform.stack();
        stack.restart(App.IDENTITY_SERVICE, SECOND, Map.of("INVITATION_VALIDITY", "15s"));
        Person inviter =
                new Person(nora, PASSWORD, stack.infrastructure().keycloak(), stack.url(App.IDENTITY_SERVICE, SECOND));
        try (PortalBrowser.Visitor late = browser.visitor("en-GB", 1280, 900)) {
            assertThat(inviter.invite(eva).status()).isEqualTo(201);
            String link = Mailbox.link(mailbox(eva).await(1));
            await().untilAsserted(() -> assertThat(inviter.users().body()).contains("\"expired\":true"));
            late.open(link);
            late.seesHeading("This link has expired");
            late.sees("Ask Nora Maria Lindström to invite you again.");
            late.look("link-expired");
            late.press("Send me a new link");
            late.sees("Look into your inbox");
            late.open(Mailbox.link(mailbox(eva).await(2)));
            late.seesHeading("Complete your registration");
            late.open("/");
            late.open(link);
            late.seesHeading("There is a newer link for you");
            late.look("link-replaced");
        } finally {
            stack.stop(App.IDENTITY_SERVICE, SECOND);
        }
    }

    @Test
    @Order(17)
    void signOut() {
        admin.open("/users");
        admin.press("Account");
        admin.page().getByRole(AriaRole.MENUITEM, named("Sign out")).click();
        admin.seesHeading("Every fleet you work for, in one place");
        admin.open("/users");
        admin.page().locator("#username").waitFor();
        admin.look("signed-out");
    }
}
