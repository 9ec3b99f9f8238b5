package org.servicepartner.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a person sees and does in a real browser, which also enforces the content security policy. */
class BrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String CONNECTIONS = "/api/partner/v1/fleet-connections";
    private static final String CONNECTION = "11111111-1111-4111-8111-111111111111";

    private static Upstream service;
    private static RunningGateway gateway;
    private static Playwright playwright;
    private static Browser browser;

    private final AtomicReference<String> state = new AtomicReference<>("PENDING");
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Set CHROMIUM to a Chromium to test the pages in it");
        service = new Upstream();
        service.on("/v3/api-docs", 200, "application/json", file("openapi.json"));
        service.on("/contracts/asyncapi.yaml", 200, "application/yaml", file("asyncapi.yaml"));
        service.on("/contracts/schemas/created.json", 200, "application/json", file("schemas/created.json"));
        gateway = RunningGateway.inFrontOf(
                service, "NOTIFICATION_SERVICE_URL", "http://127.0.0.1:" + RunningGateway.freePort());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            playwright.close();
            gateway.close();
            service.close();
        }
    }

    @BeforeEach
    void open() {
        service.on(
                CONNECTIONS,
                exchange -> Upstream.answer(exchange, 200, "application/json", """
                {"items":[{"connectionId":"%s","fleetId":"berlin-north","fleetName":"Berlin <b>North</b>",
                "providerName":"Spree Sharing GmbH","state":"%s",
                "requestedAt":"2026-03-01T09:30:00Z","expiresAt":"2026-03-08T09:30:00Z"},
                {"connectionId":"2","fleetId":"hh","fleetName":"Hamburg vans","providerName":"Elbe Mobil",
                "state":"ACCEPTED","requestedAt":"2026-02-01T09:30:00Z"}]}""".formatted(CONNECTION, state.get())));
        openIn("en-GB", 1280, 900);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void openIn(String language, int width, int height) {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // The page asks who is signed in; a browser reports the answer "nobody" as a failed request.
            boolean nobody = message.location().contains("/api/me");
            if ("error".equals(message.type()) && !nobody) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    @Test
    void anAdminDecidesAboutAConnection() {
        service.on(CONNECTIONS + "/" + CONNECTION + "/accept", exchange -> {
            state.set("ACCEPTED");
            Upstream.answer(exchange, 200, "application/json", "{}");
        });

        signIn(DemoUser.ALICE);
        assertThat(page.locator("#person")).containsText("Alice");
        assertThat(page.locator("#person-role")).hasText("Administrator");
        Locator card = page.locator(".card").first();
        assertThat(card).containsText("Berlin <b>North</b>");
        assertThat(card).containsText("Waiting for you");
        picture("admin");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                .click();

        assertThat(page.locator("#status")).containsText("Accepted.");
        assertThat(page.locator(".card").first().locator(".badge")).hasText("Accepted");
        assertThat(complaints).isEmpty();

        page.locator("#sign-out").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
    }

    @Test
    void deletingAsksFirstAndARefusalIsExplained() {
        service.on(CONNECTIONS + "/2", 409, "application/problem+json", """
                {"type":"urn:service-partner:problem:connection-not-accepted","title":"Not accepted",
                "status":409,"detail":"This connection is not accepted.","advice":"Reload the list."}""");
        signIn(DemoUser.ALICE);
        Locator delete = page.locator(".card").nth(1).locator("[data-action=delete]");
        assertThat(delete).isVisible();
        int before = service.requests();

        delete.click();
        assertThat(page.locator("dialog")).containsText("Delete this connection?");
        picture("sure");
        page.locator("dialog").getByText("Cancel").click();
        assertThat(service.requests()).isEqualTo(before);
        delete.click();
        page.locator("#sure-yes").click();

        assertThat(page.locator("#problem")).containsText("This connection is not accepted. Reload the list.");
    }

    @Test
    void aTechnicianIsSentToSmartControl() {
        signIn(DemoUser.TOM);

        assertThat(page.locator("#technician")).containsText("SmartControl app");
        assertThat(page.locator("#connections")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aStrangerReadsWhatThisIsInTheirLanguageAlsoOnAPhone() {
        context.close();
        openIn("de-DE", 390, 844);

        page.navigate(gateway.url() + "/");

        assertThat(page.locator("h1").first()).containsText("Flotten und ihre Servicepartner");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        picture("phone");
        page.getByText("English").click();
        assertThat(page.locator("h1").first()).containsText("Fleets and their service partners");
        picture("phone-english");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theContractsOfAllServicesAreOnOnePage() {
        page.navigate(gateway.url() + "/contracts");

        Locator service = page.locator("#job-service");
        assertThat(service.locator("[data-kind=openapi] .count")).hasText("2 operations");
        assertThat(service.locator("[data-kind=asyncapi] .count")).hasText("sends 1, receives 1");
        assertThat(page.locator("#notification-service [data-kind=asyncapi] .count"))
                .hasText("– The service cannot be reached right now.");

        service.locator("[data-kind=openapi] > summary").click();
        service.getByText("Lists the jobs a technician sees").click();
        assertThat(service.locator(".opblock.is-open")).containsText("The jobs");
        service.locator("[data-kind=asyncapi] > summary").click();
        service.getByText("servicepartner.job.started.v1").click();
        assertThat(service).containsText("technician.technicianId");
        assertThat(service.locator("[data-kind=asyncapi] pre.example").first()).containsText("\"jobId\": \"11111111");
        service.getByText("fleetcontrol.job.created.v1").click();
        assertThat(service).containsText("Chosen by FleetControl");
        assertThat(service).containsText("The fleet the vehicle belongs to");
        assertThat(service).containsText("berlin-north");
        picture("contracts");
        assertThat(complaints).allMatch(complaint -> complaint.contains("/contracts/notification-service/"));
    }

    private void signIn(DemoUser user) {
        page.navigate(gateway.url() + "/");
        picture("stranger");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.locator("#username").fill(user.email());
        page.locator("#password").fill(KeycloakServer.DEMO_PASSWORD);
        page.locator("#kc-login, button[type=submit]").first().click();
        assertThat(page.locator("#person")).isVisible();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static String file(String name) {
        try (InputStream content = BrowserTest.class.getResourceAsStream("/contracts/" + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
