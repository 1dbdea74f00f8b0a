package health.vigil.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import health.vigil.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A browser that is installed on this machine.
enum BrowserKind {
    CHROMIUM("chromium", "chromium") {
        @Override
        Browser launch(Playwright playwright) {
            return playwright.chromium().launch(options().setArgs(QUIET));
        }
    },
    /// Driven by WebDriver BiDi.
    FIREFOX("firefox", "firefox-esr") {
        @Override
        Browser launch(Playwright playwright) {
            return playwright
                    .firefox()
                    .launch(options().setChannel("moz-firefox").setFirefoxUserPrefs(NO_PUSH));
        }
    };

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            // Else a browser that has often played sounds of an address plays more of them without a touch.
            "--disable-features=MediaEngagementBypassAutoplayPolicies",
            "--disable-sync");
    private static final Map<String, Object> NO_PUSH = Map.of("dom.push.connection.enabled", false);

    private final String program;
    private final String packageName;

    /// @param packageName of Debian
    BrowserKind(String program, String packageName) {
        this.program = program;
        this.packageName = packageName;
    }

    abstract Browser launch(Playwright playwright);

    LaunchOptions options() {
        return new LaunchOptions().setExecutablePath(installed()).setTimeout((double) Eventually.LIMIT.toMillis());
    }

    private Path installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("No " + program + " on the PATH: apt-get install " + packageName));
    }
}
