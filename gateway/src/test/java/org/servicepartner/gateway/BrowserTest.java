package org.servicepartner.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Chromium.isFreeOfBarriers;

/** What a person sees and does in a real browser, which also enforces the content security policy. */
class BrowserTest {

    private static Chromium browser;
    private static Upstream service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        service = new Upstream();
        service.on("/v3/api-docs", 200, "application/json", file("/contracts/openapi.json"));
        service.on("/contracts/asyncapi.yaml", 200, "application/yaml", file("/contracts/asyncapi.yaml"));
        service.on("/contracts/schemas/created.json", 200, "application/json", file("/contracts/schemas/created.json"));
        gateway = RunningGateway.inFrontOf(
                service, "NOTIFICATION_SERVICE_URL", "http://127.0.0.1:" + RunningGateway.freePort());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            gateway.close();
            service.close();
        }
    }

    @Test
    void aPersonSignsInWhereTheyAreAndSignsOutForGood() {
        Page page = browser.open(Chromium.desktop("de-DE"));
        page.navigate(gateway.url() + "/jobs/17?tab=timeline");
        assertThat(page.locator("#person")).hasText("nobody");

        page.locator("#sign-in").click();
        assertThat(page.locator("h1")).hasText("Anmelden");
        page.locator("#username").fill(DemoUser.ALICE.email());
        page.locator("#password").fill(KeycloakServer.DEMO_PASSWORD);
        page.locator("#kc-login").click();

        assertThat(page.locator("#person")).hasText(DemoUser.ALICE.email());
        assertThat(page.locator("#view")).hasText("/jobs/17?tab=timeline");
        page.reload();
        assertThat(page.locator("#person")).hasText(DemoUser.ALICE.email());

        page.locator("#sign-out").click();
        assertThat(page.locator("#view")).hasText("/");
        assertThat(page.locator("#person")).hasText("nobody");
        page.locator("#sign-in").click();
        assertThat(page.locator("#password")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsWrittenIntoThePageNeitherRunsNorLooksAsItWants() {
        Page page = browser.open(Chromium.desktop("en-GB"));
        page.navigate(gateway.url() + "/connections");

        page.evaluate("""
                () => {
                  document.body.insertAdjacentHTML('beforeend', '<p id="odd" style="color: red" onclick="window.ran = 1">x</p>');
                  document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 2' }));
                  document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
                  document.getElementById('odd').click();
                }""");

        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
        assertThat(page.locator("#odd")).not().hasCSS("color", "rgb(255, 0, 0)");
        assertThat(browser.complaints())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void anAddressWithoutAPageSaysSoOnAPhoneToo() {
        Page page = browser.open(Chromium.phone("de-DE"));
        page.navigate(gateway.url() + "/assets/none.js");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nicht gefunden")))
                .isVisible();
        isFreeOfBarriers(page);
        Chromium.picture(page, "not-found");
    }

    /** Of the gateway itself, for when something is missing behind it. */
    @ParameterizedTest
    @CsvSource({"failed, LIGHT", "failed, DARK", "portal-missing, LIGHT", "portal-missing, DARK"})
    void aPageThatSaysWhatDoesNotWorkIsOpenToEverybody(String name, ColorScheme colours) {
        Page page = browser.open(Chromium.phone("de-DE").setColorScheme(colours));
        String address = gateway.url() + "/" + name;
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(file("/pages/" + name + ".html"))));

        page.navigate(address);

        isFreeOfBarriers(page);
        Chromium.picture(page, name + "-" + colours);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theContractsOfAllServicesAreOnOnePage() {
        Page page = browser.open(Chromium.desktop("en-GB"));
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
        Chromium.picture(page, "contracts");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("/contracts/notification-service/"));
    }

    private static String file(String name) {
        try (InputStream content = BrowserTest.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
