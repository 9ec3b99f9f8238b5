package org.servicepartner.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static org.assertj.core.api.Assertions.assertThat;

/** A real browser, and what its pages complained about in the console. */
class Chromium implements AutoCloseable {

    /** The shell is the same browser without the window around its pages: it needs half the time. */
    private static final Path EXECUTABLE = Stream.of(
                    System.getenv("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("/usr/bin/chromium"));

    private static final Path PICTURES = Path.of("target", "pictures");

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    static Chromium start() {
        assertThat(EXECUTABLE)
                .as("Install it with: apt-get install chromium-headless-shell")
                .isExecutable();
        return new Chromium();
    }

    /** A page of a person of their own: no cookie is shared with the other pages. */
    Page open(Browser.NewContextOptions reader) {
        complaints.clear();
        BrowserContext context = browser.newContext(reader);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // The page asks who is signed in; a browser reports the answer "nobody" as a failed request.
            boolean nobody = message.location().contains("/api/me");
            if ("error".equals(message.type()) && !nobody) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    static Browser.NewContextOptions desktop(String language) {
        return new Browser.NewContextOptions().setLocale(language).setViewportSize(1280, 900);
    }

    static Browser.NewContextOptions phone(String language) {
        return new Browser.NewContextOptions().setLocale(language).setViewportSize(390, 844);
    }

    /** What the pages opened last have complained about. */
    List<String> complaints() {
        return complaints;
    }

    /** Everybody can use the page: axe finds nothing, and nothing is wider than the window. */
    static void isFreeOfBarriers(Page page) {
        // There are no frames, and what is in order need not be listed: a long page takes a fifth of the time.
        AxeRunOptions onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(onlyViolations);
        assertThat(axe.analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
