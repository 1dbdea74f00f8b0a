package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// The tasks of people on the pages.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PagesTest {
    private static final Duration NOW = Duration.ofSeconds(1);

    /// How long a board may be stale before it must show that.
    private static final long FIFTEEN_SECONDS = 15_000;

    private final String ward = "pages-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void whoSignsInSeesTheBoardAndTheirRole() {
        page = TestBrowser.context(1366, 900, ColorScheme.LIGHT).newPage();
        var nurse = Account.of("nurse");

        page.navigate("/alerts");
        page.waitForURL("**/sign-in?*");
        Accessibility.assertNothingFound(page);
        page.getByLabel("Username").fill(nurse.username());
        page.getByLabel("Password").fill("wrong");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("#refused")).containsText("wrong password");
        page.getByLabel("Password").fill(nurse.password());
        page.keyboard().press("Enter");

        page.waitForURL("**/alerts");
        assertThat(page.locator(".who")).containsText("(nurse)");
    }

    @Test
    void aGradeRisesOnTheBoardWhileItIsWatched() {
        var patient = TestPatient.admit(ward, "7", "Ada Lovelace");
        patient.isWell();
        page.navigate("/?ward=" + ward);
        var row = page.locator("[data-patient='" + patient.id() + "']");
        assertThat(row.locator(".grade").first()).containsText(Pattern.compile("CRS\\s*0\\s*criteria not met"));

        patient.observe("vital-signs", NOW, Map.of("temperature", 39.2, "systolic", 84));

        assertThat(row.locator(".grade").first()).containsText(Pattern.compile("CRS\\s*2\\s*moderate"));
        assertThat(row.locator(".open-alert").first()).containsText("nobody has it");
    }

    @Test
    void whatCannotBeGradedSaysSoAndWhy() {
        var patient = TestPatient.admit(ward, "8", "Grace Hopper");

        page.navigate("/?ward=" + ward);

        var row = page.locator("[data-patient='" + patient.id() + "']");
        assertThat(row.locator(".grade-unknown")).hasCount(2);
        assertThat(row.locator(".syndrome-cell .bad").first()).not().isEmpty();
    }

    @Test
    void theBoardTellsADeviceThatIsSilentFromOneThatSpeaks() {
        var patient = TestPatient.admit(ward, "17", "Hedy Lamarr");
        var speaking = patient.bind("speaks", 900);
        patient.bind("quiet", 1);
        patient.observe("vital-signs", NOW, Map.of("deviceId", speaking, "heartRate", 81));

        page.navigate("/?ward=" + ward);

        var devices = page.locator("[data-patient='" + patient.id() + "'] .feed");
        assertThat(devices.locator(".silent")).containsText("Silent: " + patient.id() + "-quiet, not heard lately");
        assertThat(devices.locator(".quiet")).containsText(Pattern.compile("-speaks, heard .* ago"));
    }

    @Test
    void whateverANameContainsIsShownAsText() {
        var name = "<img src=x onerror=\"document.title='broken'\"><script>alert(1)</script>";
        var patient = TestPatient.admit(ward, "9", name);
        patient.observe(
                "attribution",
                NOW,
                Map.of("components", List.of("fever"), "cause", name, "from", "2026-01-01T00:00:00Z"));

        page.navigate("/?ward=" + ward);
        assertThat(page.locator("#board h2")).hasText(name);
        page.navigate(patient.page(""));
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.locator("#done li").filter(new Locator.FilterOptions().setHasText("attributed to")))
                .containsText(name);

        assertThat(page.locator("main img[src=x]")).hasCount(0);
        assertThat(page.title()).isNotEqualTo("broken");
    }

    @Test
    void anIceIsEnteredItemByItemAndChangesTheGrade() {
        var patient = TestPatient.admit(ward, "10", "Alan Turing");
        patient.isWell();
        page.navigate(patient.page("/check"));
        assertThat(page.locator("#grades .grade").nth(1)).containsText(Pattern.compile("ICANS\\s*0"));

        Ice.enter(page, 3, 2, 1, 0, 0);
        assertThat(page.locator(".tally")).containsText("ICE 6 of 10");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*2"));
        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS before\\s*0"));
    }

    @Test
    void aLostConnectionKeepsTheEntryAndSendsItOnce() {
        var patient = TestPatient.admit(ward, "11", "Lise Meitner");
        patient.isWell();
        page.navigate(patient.page("/check"));
        Ice.enter(page, 4, 3, 1, 1, 0);

        page.context().setOffline(true);
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#waiting")).containsText("Not sent yet");
        page.context().setOffline(false);

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*1"));
        assertThat(page.locator("#waiting")).isEmpty();
        var checks = as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=neuro-check")
                .jsonPath();
        assertThat(checks.getList("items.id")).hasSize(2);
    }

    @Test
    void anAlertIsAcknowledgedWithANoteAndTakenBack() {
        var patient = TestPatient.admit(ward, "12", "Rosalind Franklin");
        patient.observe("vital-signs", NOW, Map.of("temperature", 38.9));
        page.navigate(patient.page(""));
        var alert = page.locator("#alerts .alert").filter(new Locator.FilterOptions().setHasText("Fever onset"));

        alert.getByRole(AriaRole.TEXTBOX).fill("blood cultures taken");
        alert.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("I have it"))
                .click();
        assertThat(alert).containsText("blood cultures taken");
        assertThat(alert).containsText("nurse has it");
        alert.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Take back"))
                .click();

        assertThat(alert).containsText("Nobody has answered yet");
    }

    @Test
    void anAlertThatNobodyCanTakeIsEscalated() {
        var patient = TestPatient.admit(ward, "16", "Inge Lehmann");
        patient.observe("vital-signs", NOW, Map.of("temperature", 38.9));
        page.navigate(patient.page(""));
        var alert = page.locator("#alerts .alert").filter(new Locator.FilterOptions().setHasText("Fever onset"));

        alert.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Escalate"))
                .click();

        assertThat(alert).containsText("Escalated to level 1");
    }

    @Test
    void aPageThatHearsNothingSaysSoWithinFifteenSeconds() {
        TestPatient.admit(ward, "13", "Mary Anning");
        page.clock().install();
        page.navigate("/?ward=" + ward);
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page.locator(".contact-banner")).isHidden();

        page.context().setOffline(true);
        page.clock().runFor(FIFTEEN_SECONDS);
        assertThat(page.locator(".contact-banner")).isVisible();
        page.context().setOffline(false);
        page.clock().resume();

        assertThat(page.locator(".contact-banner")).isHidden();
    }

    @Test
    void theHandoverPrintsOnOnePage() {
        var patient = TestPatient.admit(ward, "14", "Barbara McClintock");
        patient.isWell();
        patient.observe("medication", NOW, Map.of("drug", "tocilizumab", "dose", 560));
        page.navigate(patient.page("/handover"));
        assertThat(page.locator("#sheet")).containsText("Tocilizumab, 560 mg");
        assertThat(page.locator("#print")).isEnabled();

        var pdf = new String(page.pdf(), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results()).hasSize(1);
    }

    /// In the order of SBAR, each patient on a page of its own.
    @Test
    void theHandoverOfAWardHasASheetForEachPatient() {
        var shift = ward + "-shift";
        var well = TestPatient.admit(shift, "1", "Virginia Apgar");
        well.isWell();
        var ill = TestPatient.admit(shift, "2", "Helen Taussig");
        ill.observe("vital-signs", Duration.ofMinutes(20), Map.of("temperature", 39.2, "systolic", 84));
        page.navigate("/?ward=" + shift);
        page.locator("#handover").click();
        assertThat(page.locator("#progress")).hasText("2 patients, worst first.");

        var sheets = page.locator("#sheets article");
        assertThat(sheets).hasCount(2);
        assertThat(sheets.first()).containsText("Helen Taussig");
        assertThat(sheets.first().locator("h2"))
                .hasText(new String[] {"Situation", "Background", "Assessment", "Recommendation"});
        assertThat(sheets.first().locator(".pair")).containsText(Pattern.compile("CRS\\s*2\\s*moderate"));
        assertThat(sheets.first()).containsText("Baseline: systolic 125 mmHg, temperature 36.7 °C");
        assertThat(sheets.first()).containsText(Pattern.compile("Systolic 84 mmHg, .*\\(2\\d min ago\\)"));
        assertThat(sheets.first()).containsText("nobody has it");
        assertThat(sheets.first().locator(".signatures")).containsText("Taken over by");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(sheets.last().evaluate("sheet => getComputedStyle(sheet).breakBefore"))
                .isEqualTo("page");
        assertThat(page.locator("#frame")).isHidden();
        assertThat(page.getByText("INCOMPLETE")).hasCount(0);
    }

    @Test
    void aPatientWhoCannotBeReadIsNamedInTheHandoverOfAWard() {
        var shift = ward + "-partly";
        TestPatient.admit(shift, "1", "Virginia Apgar").isWell();
        var unread = TestPatient.admit(shift, "2", "Helen Taussig");
        unread.isWell();
        page.route(
                url -> url.contains("/v1/patients/" + unread.id() + "/grade"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(404)
                        .setContentType("application/problem+json")
                        .setBody("{\"title\": \"Not found\"}")));

        page.navigate("/handover?ward=" + shift);

        assertThat(page.locator("#progress")).hasText("2 patients, worst first.");
        assertThat(page.locator("#sheets article")).hasCount(2);
        assertThat(page.locator("[data-patient='" + unread.id() + "']"))
                .hasText("Bed 2, Helen Taussig: could not be read");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.getByText("INCOMPLETE: 1 of 2 patients")).isVisible();
    }

    @Test
    void theKeyboardAloneLeadsFromTheBoardToACheck() {
        var patient = TestPatient.admit(ward, "15", "Emmy Noether");
        page.navigate("/?ward=" + ward);
        assertThat(page.locator(".row")).hasCount(1);

        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to the content");
        page.keyboard().press("Enter");
        for (int steps = 0; steps < 5; steps++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(":focus")).hasText("Check");
        page.keyboard().press("Enter");

        page.waitForURL("**" + patient.page("/check"));
    }
}
