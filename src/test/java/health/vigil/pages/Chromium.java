package health.vigil.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Chromium found on the `PATH`: one for all tests of the JVM.
final class Chromium {
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /// What a small machine needs while it does other things too.
    private static final double PATIENCE_MILLIS = 20_000;

    private static @Nullable Browser running;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private Chromium() {}

    /// A new context: no cookies, nothing stored.
    static BrowserContext context(int width, int height, ColorScheme scheme) {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(RestAssured.baseURI + ":" + RestAssured.port)
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
    }

    /// A page on which this account is signed in.
    static Page signedIn(String role, int width, int height, ColorScheme scheme) {
        var page = context(width, height, scheme).newPage();
        var account = Account.of(role);
        page.request()
                .post(
                        "/v1/session",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("X-Vigil-Request", "test")
                                .setData(Map.of("username", account.username(), "password", account.password())));
        return page;
    }

    static Page signedIn(String role) {
        return signedIn(role, 1366, 900, ColorScheme.LIGHT);
    }

    private static synchronized Browser browser() {
        if (running == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setArgs(QUIET));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Path installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No chromium on the PATH: apt-get install chromium"));
    }
}
