package health.vigil.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// A round of a physician in Firefox. All other tests of the pages run in Chromium, and in Firefox by
/// `-Dvigil.browser=firefox`, as far as its driver can do what they need.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FirefoxPageTest {
    /// More than the connections that a browser opens to a host over plain http.
    private static final int TABS = 8;

    private final String ward = "fox-" + UUID.randomUUID().toString().substring(0, 6);
    private final List<String> errors = new ArrayList<>();
    private BrowserContext context;

    @BeforeEach
    void signIn() {
        context = TestBrowser.inFirefox("physician");
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Page open(String address) {
        var page = context.newPage();
        page.navigate(address);
        return page;
    }

    @Test
    void anEntryIsGradedAndItsAlertAnswered() {
        var patient = TestPatient.admit(ward, "1", "Ada Lovelace");
        patient.isWell();
        var board = open("/?ward=" + ward);
        assertThat(board.locator(".row")).hasCount(1);
        var check = open(patient.page("/check#vitals"));

        check.locator("[name=temperature]").fill("39,4");
        check.locator("[name=systolic]").fill("84");
        assertThat(check.locator("#echo")).containsText("39.4 °C");
        check.locator("button.save").click();

        assertThat(check.locator("#outcome")).containsText("CRS");
        assertThat(board.locator(".open-alert").first()).containsText("nobody has it");
        var page = open(patient.page(""));
        page.getByText("I have it", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(board.locator(".open-alert").first()).not().containsText("nobody has it");
        assertThat(page.locator("#chart .line").first()).isVisible();
        assertThat(errors).isEmpty();
    }

    @Test
    void manyTabsShareOneStream() {
        var patient = TestPatient.admit(ward, "1", "Grace Hopper");
        var pages = new ArrayList<Page>();
        for (int tab = 0; tab < TABS; tab++) {
            pages.add(open("/?ward=" + ward));
            assertThat(pages.getLast().locator(".row")).hasCount(1);
        }

        patient.observe("vital-signs", Duration.ofSeconds(1), Map.of("temperature", 39.4, "systolic", 84));

        for (var page : pages) {
            assertThat(page.locator(".open-alert").first()).containsText("nobody has it");
            assertThat(page.locator(".contact-banner")).isHidden();
        }
        assertThat(errors).isEmpty();
    }

    /// In German, which Firefox writes with its own data of the locale.
    @Test
    void thePagesSpeakGermanAndAreAccessible() {
        var patient = TestPatient.admit(ward, "1", "Hildegard Knef");
        patient.observe("vital-signs", Duration.ofMinutes(1), Map.of("temperature", 38.6, "systolic", 120));
        context.addInitScript("try { localStorage.setItem('vigil.language', 'de'); } catch { }");

        for (var address : List.of("/?ward=" + ward, "/wall?ward=" + ward, patient.page(""), patient.page("/check"))) {
            var page = open(address);
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("main")).containsText("Hildegard Knef");
            Accessibility.assertNothingFound(page);
        }
        assertThat(errors).isEmpty();
    }
}
