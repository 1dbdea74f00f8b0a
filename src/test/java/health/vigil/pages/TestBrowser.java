package health.vigil.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import health.vigil.Eventually;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The browsers in which the tests look at the pages: one of each kind for all tests of the JVM.
public final class TestBrowser {
    /// The browser of most tests: Chromium, or another by `-Dvigil.browser=firefox`.
    private static final BrowserKind USUAL =
            BrowserKind.valueOf(System.getProperty("vigil.browser", "chromium").toUpperCase(Locale.ROOT));

    private static final double PATIENCE_MILLIS = Eventually.LIMIT.toMillis();

    /// A browser in which somebody has answered that alerts need not sound, as long as a test does not answer
    /// otherwise.
    private static final String NO_SOUND = """
        try { localStorage.getItem('vigil.sound') ?? localStorage.setItem('vigil.sound', 'off'); } catch { }
        """;

    /// The session cookies, by role and port.
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private static final Map<BrowserKind, Browser> RUNNING = new EnumMap<>(BrowserKind.class);

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private TestBrowser() {}

    /// A new context without cookies and storage.
    static BrowserContext context(int width, int height, ColorScheme scheme) {
        return context(options(width, height, scheme));
    }

    /// A page that accepts the service's self-signed certificate.
    public static Page at(URI service) {
        var options =
                new Browser.NewContextOptions().setBaseURL(service.toString()).setIgnoreHTTPSErrors(true);
        return context(options).newPage();
    }

    private static Browser.NewContextOptions options(int width, int height, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setBaseURL(RestAssured.baseURI + ":" + RestAssured.port)
                .setViewportSize(width, height)
                .setColorScheme(scheme);
    }

    /// A page with this account signed in.
    static Page signedIn(String role, int width, int height, ColorScheme scheme) {
        return context(options(width, height, scheme).setStorageState(session(role)))
                .newPage();
    }

    /// Firefox with this account signed in, without a page.
    static BrowserContext inFirefox(String role) {
        return quiet(
                bare(BrowserKind.FIREFOX, options(1366, 900, ColorScheme.LIGHT).setStorageState(session(role))));
    }

    private static String session(String role) {
        return SESSIONS.computeIfAbsent(role + RestAssured.port, _ -> signIn(Account.of(role)));
    }

    /// Signs in once for all tests, because sign-ins are limited.
    private static String signIn(Account account) {
        try (var context = context(1366, 900, ColorScheme.LIGHT)) {
            var answer = context.request()
                    .post(
                            "/v1/session",
                            RequestOptions.create()
                                    .setHeader("X-Vigil-Request", "test")
                                    .setData(Map.of("username", account.username(), "password", account.password())));
            if (!answer.ok()) {
                throw new IllegalStateException(account.username() + " was not let in: " + answer.status());
            }
            return context.storageState();
        }
    }

    static Page signedIn(String role) {
        return signedIn(role, 1366, 900, ColorScheme.LIGHT);
    }

    /// In a separate session, which a test may end.
    static Page signedIn(Account account) {
        return context(options(1366, 900, ColorScheme.LIGHT).setStorageState(signIn(account)))
                .newPage();
    }

    /// A browser in which nobody has answered yet whether alerts shall sound.
    static BrowserContext unasked() {
        return bare(USUAL, options(1366, 900, ColorScheme.LIGHT));
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        return quiet(bare(USUAL, options));
    }

    private static BrowserContext quiet(BrowserContext context) {
        context.addInitScript(NO_SOUND);
        return context;
    }

    private static BrowserContext bare(BrowserKind kind, Browser.NewContextOptions options) {
        var context = browser(kind).newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static synchronized Browser browser(BrowserKind kind) {
        return RUNNING.computeIfAbsent(kind, _ -> {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return kind.launch(playwright);
        });
    }
}
