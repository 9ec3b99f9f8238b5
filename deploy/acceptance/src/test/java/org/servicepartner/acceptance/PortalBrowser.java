package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import org.servicepartner.local.Mail;

import static org.assertj.core.api.Assertions.assertThat;

/** Chromium, in which each person has a profile of their own. Every page that is looked at is also checked by axe and kept as a picture. */
final class PortalBrowser implements AutoCloseable {
    /** The shell is the same browser without the window around its pages: it needs half the time. */
    private static final Path CHROMIUM = Stream.of(
                    System.getenv("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("/usr/bin/chromium"));

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final double PATIENCE_MILLIS = 20_000;

    private final URI portal;
    private final Playwright playwright;
    private final Browser browser;
    private int pictures;

    PortalBrowser(URI portal) {
        this(portal, List.of());
    }

    /** @param camera what the cameras of all phones see, see {@link Label} */
    PortalBrowser(URI portal, Path camera) {
        this(
                portal,
                List.of(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-video-capture=" + camera));
    }

    private PortalBrowser(URI portal, List<String> arguments) {
        assertThat(CHROMIUM)
                .as("Install it with: apt-get install chromium-headless-shell")
                .isExecutable();
        this.portal = portal;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(Stream.concat(ARGUMENTS.stream(), arguments.stream())
                                .toList()));
    }

    Visitor visitor(String language, int width, int height) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, height)
                .setAcceptDownloads(true));
        profile.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visitor(profile);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One person at one browser. */
    final class Visitor implements AutoCloseable {
        private final BrowserContext profile;
        private final Page page;

        private Visitor(BrowserContext profile) {
            this.profile = profile;
            this.page = profile.newPage();
        }

        Page page() {
            return page;
        }

        void open(String address) {
            page.navigate(portal.resolve(address).toString());
        }

        /** As a mail program shows it. */
        void read(Mail mail) {
            page.setContent(mail.html());
        }

        /** As on a bad line: so many requests get no answer, those after them do. */
        void losesTheNextAnswers(int requests, String address) {
            page.route(Pattern.compile(address), Route::abort, new Page.RouteOptions().setTimes(requests));
        }

        Locator heading(String name) {
            return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
        }

        void sees(String text) {
            page.getByText(text).first().waitFor();
        }

        void seesHeading(String name) {
            heading(name).first().waitFor();
        }

        void fill(String label, String value) {
            page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        }

        String valueOf(String label) {
            return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                    .inputValue();
        }

        void press(String button) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(true))
                    .first()
                    .click();
        }

        void follow(String link) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                    .first()
                    .click();
        }

        /** In a dialog there may be a button of the same name as on the page behind it. */
        void confirm(String button) {
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(button).setExact(true))
                    .click();
        }

        /** From the menu of a row in the list of users. */
        void choose(String action, String user) {
            press("Actions for " + user);
            page.getByRole(
                            AriaRole.MENUITEM,
                            new Page.GetByRoleOptions().setName(action).setExact(true))
                    .click();
            page.getByRole(AriaRole.DIALOG).waitFor();
        }

        void signIn(String email, String password) {
            page.locator("#username").fill(email);
            page.locator("#password").fill(password);
            page.locator("#kc-login").click();
        }

        String cookie(String name) {
            return profile.cookies().stream()
                    .filter(cookie -> cookie.name.equals(name))
                    .findFirst()
                    .orElseThrow()
                    .value;
        }

        /** Keeps a picture of the page and has its accessibility checked. */
        void look(String name) {
            pictures++;
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("%02d-%s.png".formatted(pictures, name))));
            List<String> findings = new ArrayList<>();
            for (Rule violation : new AxeBuilder(page).analyze().getViolations()) {
                violation.getNodes().forEach(node -> findings.add(violation.getId() + ": " + node.getHtml()));
            }
            assertThat(findings).as("axe at " + name).isEmpty();
        }

        byte[] download(String button) {
            try {
                return Files.readAllBytes(
                        page.waitForDownload(() -> press(button)).path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            profile.close();
        }
    }
}
