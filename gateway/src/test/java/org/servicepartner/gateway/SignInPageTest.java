package org.servicepartner.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.Mail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Chromium.isFreeOfBarriers;

/** Keycloak's pages in the portal's look: signing in, a forgotten password, a second factor. */
class SignInPageTest {

    private static Chromium browser;
    private static Upstream service;
    private static RunningGateway gateway;

    private Person person;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(service);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            gateway.close();
            service.close();
        }
    }

    @BeforeEach
    void register() {
        person = Person.registered(new Caller(gateway));
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, en-GB, LIGHT, Sign in,  Forgot your password?, Only the address of your invitation works, New here?",
        "desktop, en-GB, DARK,  Sign in,  Forgot your password?, Only the address of your invitation works, New here?",
        "phone,   de-DE, LIGHT, Anmelden, Passwort vergessen?, Es gilt nur die Adresse Ihrer Einladung, Neu hier?",
        "phone,   de-DE, DARK,  Anmelden, Passwort vergessen?, Es gilt nur die Adresse Ihrer Einladung, Neu hier?"
    })
    void signingInLooksLikeThePortalAndIsOpenToEverybody(
            String device,
            String language,
            ColorScheme colours,
            String title,
            String forgotten,
            String address,
            String newcomer) {
        Browser.NewContextOptions reader =
                "phone".equals(device) ? Chromium.phone(language) : Chromium.desktop(language);
        Page page = browser.open(reader.setColorScheme(colours));
        List<String> elsewhere = requestsToOtherHosts(page);
        String name = String.join("-", "sign-in", device, language, colours.name());

        page.navigate(gateway.url() + "/");
        page.locator("#sign-in").click();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.getByText("Service Partner")).isVisible();
        isFreeOfBarriers(page);
        Chromium.picture(page, name);
        page.locator("#username").fill(person.email());
        page.locator("#password").fill("wrong");
        page.locator("#kc-login").click();
        assertThat(page.locator("#input-error-username")).containsText(address);
        assertThat(page.locator("#input-error-username")).containsText(newcomer);
        isFreeOfBarriers(page);
        Chromium.picture(page, name + "-refused");
        page.getByText(forgotten).click();
        assertThat(page.locator("#kc-reset-password-form")).isVisible();
        isFreeOfBarriers(page);
        Chromium.picture(page, name + "-forgotten");

        assertThat(elsewhere).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aForgottenPasswordIsReplacedByMailInThePersonsLanguage() {
        Page page = browser.open(Chromium.desktop("de-DE"));
        page.navigate(gateway.url() + "/connections");
        page.locator("#sign-in").click();
        page.getByText("Passwort vergessen?").click();
        page.locator("#username").fill(person.email());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Weiter"))
                .click();
        assertThat(page.getByText("Wenn wir diese Adresse kennen")).isVisible();
        isFreeOfBarriers(page);

        Mail mail = mailTo(person);
        assertThat(mail.from()).isEqualTo("Service Partner <no-reply@service-partner.example>");
        assertThat(mail.subject()).isEqualTo("Neues Passwort für Ihr Service-Partner-Konto");
        assertThat(mail.text()).contains("hoffentlich Sie", "innerhalb von 30 Minuten");
        assertThat(mail.html()).contains("<h1>Neues Passwort setzen</h1>", "Neues Passwort wählen</a>");
        showInBrowser(mail);

        page.navigate(linkIn(mail));
        assertThat(page.locator("h1")).hasText("Neues Passwort wählen");
        isFreeOfBarriers(page);
        page.locator("#password-new").fill("short");
        page.locator("#password-confirm").fill("short");
        page.locator("#kc-submit").click();
        assertThat(page.getByText("mindestens 12 Zeichen")).isVisible();
        Chromium.picture(page, "new-password-refused");
        page.locator("#password-new").fill("a-Passw0rd-of-another-day");
        page.locator("#password-confirm").fill("a-Passw0rd-of-another-day");
        page.locator("#kc-submit").click();

        assertThat(page.locator("#person")).hasText(person.email());
        assertThat(page.locator("#view")).hasText("/connections");
    }

    @Test
    void aPersonProtectsTheirAccountWithASecondFactorAndNeedsItFromThenOn() {
        Page page = browser.open(Chromium.desktop("en-GB"));
        signIn(page, "#sign-in");
        assertThat(page.locator("#person")).hasText(person.email());

        page.locator("#second-factor").click();
        assertThat(page.locator("h1")).hasText("Protect your account with a second factor");
        isFreeOfBarriers(page);
        Chromium.picture(page, "second-factor");
        page.getByText("I cannot scan it").click();
        OneTimeCodes app = OneTimeCodes.of(page.locator("#kc-totp-secret-key").textContent());
        isFreeOfBarriers(page);
        page.getByLabel("Code from the app").fill("000");
        page.locator("#saveTOTPBtn").click();
        assertThat(page.locator("#input-error-totp")).containsText("Enter the one the app shows now");
        isFreeOfBarriers(page);
        Chromium.picture(page, "second-factor-refused");
        page.getByLabel("Code from the app").fill(app.now());
        page.getByLabel("Name of this phone").fill("Paula's phone");
        page.locator("#saveTOTPBtn").click();
        assertThat(page.locator("#view")).hasText("/settings?kc_action_status=success");

        page.locator("#sign-out").click();
        assertThat(page.locator("#person")).hasText("nobody");
        signIn(page, "#sign-in");
        assertThat(page.getByLabel("Code from your authenticator app")).isVisible();
        isFreeOfBarriers(page);
        Chromium.picture(page, "second-factor-asked");
        page.getByLabel("Code from your authenticator app").fill("000000");
        page.locator("#kc-login").click();
        assertThat(page.locator("#input-error-otp")).isVisible();
        page.getByLabel("Code from your authenticator app").fill(app.next());
        page.locator("#kc-login").click();

        assertThat(page.locator("#person")).hasText(person.email());
        String factor = (String)
                page.evaluate("fetch('/api/me/second-factors').then(answer => answer.json()).then(JSON.stringify)");
        assertThat(factor).contains("\"name\":\"Paula's phone\"");
        page.navigate(gateway.url() + "/oauth2/authorization/keycloak?returnTo=/settings&kc_action=delete_credential:"
                + JsonMapper.shared().readTree(factor).at("/secondFactors/0/id").asString());
        assertThat(page.locator("h1")).hasText("Delete Paula's phone");
        isFreeOfBarriers(page);
        Chromium.picture(page, "second-factor-removed");
        page.locator("#kc-accept").click();
        assertThat(page.locator("#view")).hasText("/settings?kc_action_status=success");
        assertThat(page.evaluate("fetch('/api/me/second-factors').then(answer => answer.text())"))
                .isEqualTo("{\"secondFactors\":[]}");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSecondFactorIsAChoice() {
        Page page = browser.open(Chromium.phone("de-DE"));
        signIn(page, "#second-factor");
        assertThat(page.locator("h1")).hasText("Konto mit zweitem Faktor schützen");
        isFreeOfBarriers(page);
        Chromium.picture(page, "second-factor-phone");

        page.getByText("Abbrechen").click();

        assertThat(page.locator("#view")).hasText("/settings?kc_action_status=cancelled");
        assertThat(page.locator("#person")).hasText(person.email());
    }

    @Test
    void whatKeycloakRefusesIsExplainedWithAWayBack() {
        Page page = browser.open(Chromium.desktop("en-GB"));

        page.navigate(
                RunningGateway.keycloak().issuer()
                        + "/protocol/openid-connect/auth?response_type=code&client_id=gateway&redirect_uri=https://elsewhere.example/");

        assertThat(page.locator("h1")).hasText("This did not work");
        assertThat(page.getByText("ask an administrator of your team")).isVisible();
        isFreeOfBarriers(page);
        Chromium.picture(page, "refused-by-keycloak");
        page.navigate(RunningGateway.keycloak().issuer() + "/protocol/openid-connect/logout");
        assertThat(page.locator("h1")).hasText("Sign out");
        isFreeOfBarriers(page);
    }

    private void signIn(Page page, String link) {
        page.navigate(gateway.url() + "/");
        page.locator(link).click();
        page.locator("#username").fill(person.email());
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
    }

    private static List<String> requestsToOtherHosts(Page page) {
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith("http://127.0.0.1:")) {
                elsewhere.add(request.url());
            }
        });
        return elsewhere;
    }

    private static Mail mailTo(Person person) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> RunningGateway.mail().messagesTo(person.email()), mails -> !mails.isEmpty())
                .getFirst();
    }

    private static String linkIn(Mail mail) {
        Matcher link = Pattern.compile("https?://\\S+").matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group();
    }

    private static void showInBrowser(Mail mail) {
        Page page = browser.open(Chromium.desktop("de-DE"));
        page.setContent(mail.html());
        isFreeOfBarriers(page);
        Chromium.picture(page, "new-password-mail");
    }
}
