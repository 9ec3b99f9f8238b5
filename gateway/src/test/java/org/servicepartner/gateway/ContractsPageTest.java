package org.servicepartner.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Chromium.isFreeOfBarriers;

/** The page of contracts with what the services really promise: all contracts open, and in each one of every kind of fold. */
class ContractsPageTest {

    private static final List<String> SERVICES = List.of(
            "job-service", "fleet-connection-service", "partner-service", "identity-service", "notification-service");

    private static final Map<String, Upstream> UPSTREAMS = new LinkedHashMap<>();
    private static Chromium browser;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        for (String service : SERVICES) {
            UPSTREAMS.put(service, upstream(Path.of("..", service)));
        }
        gateway = RunningGateway.inFrontOf(
                UPSTREAMS.get("job-service"),
                "FLEET_CONNECTION_SERVICE_URL",
                UPSTREAMS.get("fleet-connection-service").url(),
                "PARTNER_SERVICE_URL",
                UPSTREAMS.get("partner-service").url(),
                "IDENTITY_SERVICE_URL",
                UPSTREAMS.get("identity-service").url(),
                "NOTIFICATION_SERVICE_URL",
                UPSTREAMS.get("notification-service").url());
    }

    @AfterAll
    static void stop() {
        browser.close();
        gateway.close();
        UPSTREAMS.values().forEach(Upstream::close);
    }

    @ParameterizedTest
    @CsvSource({"desktop, en-GB", "phone, de-DE"})
    void everyContractIsOpenToEverybody(String device, String language) {
        Page page = browser.open("phone".equals(device) ? Chromium.phone(language) : Chromium.desktop(language));
        page.navigate(gateway.url() + "/contracts");

        open(page.locator("details[data-kind] > summary"));
        Locator contracts = page.locator("[data-kind=openapi]:has(.opblock)");
        assertThat(contracts).hasCount(SERVICES.size() - 1);
        assertThat(page.locator("[data-kind=asyncapi]:has(.message)")).hasCount(SERVICES.size());
        open(page.locator(".channel > .message:nth-child(1 of .message) > summary"));
        assertThat(page.locator("[data-kind=asyncapi] strong:text-is('Delivery.')"))
                .hasCount(1);
        assertThat(page.locator("main")).not().containsText("**");
        open(page.locator(".operation-tag-content > :first-child .opblock-summary-control"));
        for (Locator contract : contracts.all()) {
            contract.locator(".opblock .tablinks[data-name=model]").first().click();
            contract.locator(".opblock .json-schema-2020-12-expand-deep-button")
                    .first()
                    .click();
            contract.locator(".models .json-schema-2020-12-expand-deep-button")
                    .first()
                    .click();
        }
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            isFreeOfBarriers(page);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void open(Locator folds) {
        folds.evaluateAll("folds => folds.forEach(fold => fold.click())");
    }

    private static Upstream upstream(Path service) throws IOException {
        Upstream upstream = new Upstream();
        upstream.on(
                "/v3/api-docs",
                200,
                "application/json",
                Files.readString(service.resolve("src/test/resources/approved/openapi.json")));
        Path contracts = service.resolve("src/main/resources/contracts");
        try (Stream<Path> files = Files.walk(contracts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String type = file.toString().endsWith(".yaml") ? "application/yaml" : "application/json";
                upstream.on("/contracts/" + contracts.relativize(file), 200, type, Files.readString(file));
            }
        }
        return upstream;
    }
}
