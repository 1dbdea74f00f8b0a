package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// The rows of the hospital's protocol on a patient's page, with the table in `protocol/rows.json`.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class ProtocolCardTest {
    private static final String PROMPTS = "**/v1/patients/*/prompts*";
    private static final Map<String, Object> FEVER = Map.of("temperature", 39, "systolic", 120, "spo2", 97);
    private static final Map<String, Object> HYPOTENSION = Map.of("temperature", 39, "systolic", 84, "spo2", 97);

    private final String ward = "protocol-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private TestPatient with(String name, Map<String, Object> signs) {
        var patient = TestPatient.admit(ward, "1", name);
        patient.observe("vital-signs", Duration.ofHours(2), signs);
        return patient;
    }

    private Locator row(String id) {
        return page.locator("#protocol [data-row=" + id + "]");
    }

    private Locator openForm(String id) {
        row(id).getByText("Answer …").click();
        return row(id).locator("form");
    }

    @Test
    void theRowsThatFitAreShownInTheHospitalsWordsWithTheirOwner() {
        var patient = with("Gerty Cori", FEVER);

        page.navigate(patient.page(""));

        assertThat(page.locator("#protocol > ol > li")).hasCount(2);
        assertThat(row("c1-1"))
                .containsText("Your protocol says (Haematology CRS policy v7, p. 4, owner Dr A, reviewed 3 Feb 2026):");
        assertThat(row("c1-1").locator(".said")).hasText("Antipyretic, fluids, cultures");
        assertThat(row("c1-1")).containsText("Owner Dr A, head of the CAR-T programme.");
        assertThat(row("c1-1")).containsText("Open for an hour or longer.");
        assertThat(row("o-1")).containsText("Review overdue since 3 February 2025");
        assertThat(page.locator("#protocol-open")).hasText("2 steps open");
        assertThat(page.locator("#protocol")).containsText("fn-1: missing febrile-neutropenia: neutrophils");
    }

    @Test
    void aRowSaysThatItFitsByAReadingAtHome() {
        var patient = with("Tu Youyou", Map.of("temperature", 39, "setting", "home"));

        page.navigate(patient.page(""));

        assertThat(row("c1-1").locator(".at-home")).containsText("Read at home: temperature 39 °C");
        assertThat(row("c1-1").locator(".at-home")).containsText("(home, not confirmed)");
    }

    @Test
    void anAnswerIsStoredWithItsPersonAndANote() {
        var patient = with("Rosalyn Yalow", FEVER);
        page.navigate(patient.page(""));

        var form = openForm("c1-1");
        Accessibility.assertNothingFound(page);
        form.locator("[name=answer][value=done]").check();
        form.getByLabel("Note").fill("cultures taken");
        form.getByText("Save the answer").click();

        assertThat(row("c1-1"))
                .containsText(
                        Pattern.compile("Done .*, by " + Account.of("nurse").username() + ": cultures taken"));
        assertThat(row("c1-1")).not().containsText("Open");
        assertThat(page.locator("#protocol-open")).hasText("1 step open");
        assertThat(form).isHidden();
    }

    @Test
    void aPlanHasATimeAndStandsUntilThen() {
        var patient = with("Christiane Nüsslein", FEVER);
        page.navigate(patient.page(""));

        var form = openForm("c1-1");
        form.locator("[name=answer][value=planned]").check();
        form.locator("[name=until]").fill("2020-01-01T10:00");
        form.getByText("Save the answer").click();
        assertThat(row("c1-1").locator("[role=status]")).containsText("must lie in the future");
        form.locator("[name=until]").fill((String) page.evaluate(
                "() => { const at = new Date(Date.now() + 7200000 - new Date().getTimezoneOffset() * 60000);"
                        + " return at.toISOString().slice(0, 16); }"));
        form.getByText("Save the answer").click();

        assertThat(row("c1-1")).containsText("Planned until");
        assertThat(page.locator("#protocol-open")).hasText("1 step open");
    }

    @Test
    void aStepIsDeclinedForAReason() {
        var patient = with("Linda Buck", FEVER);
        page.navigate(patient.page(""));

        var form = openForm("c1-1");
        assertThat(form.locator("[name=reason]")).isHidden();
        form.locator("[name=answer][value=declined]").check();
        form.locator("[name=reason]").selectOption("physician-decides");
        assertThat(form.getByLabel("Note")).hasAttribute("required", "");
        form.getByLabel("Note").fill("comfort care only");
        form.getByText("Save the answer").click();

        assertThat(row("c1-1"))
                .containsText(Pattern.compile("Declined .*, physician decides, by .*: comfort care only"));
    }

    @Test
    void aHalfWrittenAnswerIsNotDisturbed() {
        var patient = with("May-Britt Moser", FEVER);
        page.navigate(patient.page(""));
        var form = openForm("c1-1");
        form.locator("[name=answer][value=done]").check();
        form.getByLabel("Note").fill("cultures");

        patient.observe(
                "lab-result", Duration.ofHours(1), Map.of("analyte", "neutrophils", "value", 0.2, "unit", "10*9/L"));
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(row("fn-1")).isVisible();
        assertThat(form.getByLabel("Note")).hasValue("cultures");
    }

    @Test
    void aRowForPhysiciansIsNotAnsweredByANurse() {
        var patient = with("Ada Yonath", HYPOTENSION);
        page.navigate(patient.page(""));
        assertThat(row("c2-1")).containsText("For physician.");
        assertThat(row("c2-1").locator("form")).hasCount(0);
        page.context().close();

        page = TestBrowser.signedIn("physician");
        page.navigate(patient.page(""));

        assertThat(row("c2-1").locator("form")).hasCount(1);
    }

    @Test
    void whoLooksBackAnswersNothing() {
        var patient = with("Tu Youyou", FEVER);
        page.navigate(patient.page(""));
        assertThat(row("c1-1").locator("form")).hasCount(1);

        var slider = page.locator("#travel input").first();
        slider.fill(String.valueOf(Duration.ofHours(73).toMinutes()));
        slider.dispatchEvent("change");

        assertThat(row("c1-1").locator("form")).hasCount(0);
        assertThat(row("c1-1")).isVisible();
    }

    @Test
    void aHospitalWithoutATableSeesNoCard() {
        var patient = with("Frances Arnold", FEVER);
        page.route(
                PROMPTS,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"table\": null, \"open\": 0, \"items\": [], \"unclear\": []}")));

        page.navigate(patient.page(""));

        assertThat(page.locator("#context [data-item=iec-hs]")).isVisible();
        assertThat(page.locator("#protocol-section")).isHidden();
    }

    @Test
    void rowsThatCannotBeReadSaySoAndHideNothing() {
        var patient = with("Andrea Ghez", FEVER);
        page.route(PROMPTS, Route::abort);

        page.navigate(patient.page(""));

        assertThat(page.locator("#protocol-section")).containsText("This part could not be read");
        assertThat(page.locator("#context [data-item=iec-hs]")).isVisible();
        assertThat(page.locator("#crs .grade")).isVisible();
    }
}
