package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// A patient's page with the days since the infusion.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PatientPageTest {
    private final String ward = "course-" + UUID.randomUUID().toString().substring(0, 6);
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
    void eachItemOfAnIceIsShown() {
        var patient = TestPatient.admit(ward, "1", "Dorothy Hodgkin");
        patient.observe(
                "neuro-check",
                Duration.ofHours(1),
                Map.of("ice", Map.of("orientation", 4, "naming", 2, "commands", 1, "writing", 0, "attention", 1)));

        page.navigate(patient.page(""));

        assertThat(page.locator(".item")).hasCount(5);
        assertThat(page.locator(".item.lost")).hasCount(2);
    }

    /// By its shape, in the legend, and as words in the table.
    @Test
    void aReadingAtHomeIsMarkedInTheCourse() {
        var patient = TestPatient.admit(ward, "8", "Barbara McClintock");
        patient.observe("vital-signs", Duration.ofHours(2), Map.of("temperature", 36.8));
        patient.observe("vital-signs", Duration.ofHours(1), Map.of("temperature", 38.4, "setting", "home"));

        page.navigate(patient.page(""));

        assertThat(page.locator("#chart rect.dot.home")).hasCount(1);
        assertThat(page.locator("#chart circle.dot")).hasCount(1);
        assertThat(page.locator("#chart figcaption").filter(new Locator.FilterOptions().setHasText("Temperature")))
                .containsText("home, not confirmed");
        page.getByText("The same data as a table").click();
        assertThat(page.locator("#chart td").filter(new Locator.FilterOptions().setHasText("38.4 (home")))
                .hasCount(1);
    }

    @Test
    void theDosesThatWereGivenAndTheEarliestNextAreShown() {
        var patient = TestPatient.admit(ward, "3", "Gertrude Elion");
        patient.observe(
                "medication", Duration.ofHours(6), Map.of("drug", "tocilizumab", "dose", 560, "indication", "crs"));

        page.navigate(patient.page(""));

        assertThat(page.locator("#doses")).containsText("Tocilizumab: 1 of 4 given");
        assertThat(page.locator("#doses")).containsText("the earliest next by your limit");
        assertThat(page.locator("#doses")).containsText("Weight not known: dose per kg not checked.");
        assertThat(page.locator("#doses")).not().containsText("mg a dose");
    }

    /// Only what was charted: no drug, no weight and no time is assumed.
    @Test
    void theHeaderTellsTheTreatmentThatWasCharted() {
        var patient = TestPatient.admit(ward, "9", "Philip Hench");
        page.navigate(patient.page(""));
        var facts = page.locator("#who .facts");
        assertThat(facts).containsText("Weightnot known");
        assertThat(facts).containsText("Tocilizumabnone charted (limit 4)");
        assertThat(facts).containsText("Steroidsnone charted");
        assertThat(facts).containsText("Anakinranone charted");
        assertThat(facts).containsText("Levetiracetamnone charted");
        assertThat(facts).containsText(Pattern.compile("Read at\\d\\d:\\d\\d"));

        patient.post("weight", Duration.ofHours(9), Map.of("kg", 71.5));
        patient.post("medication", Duration.ofHours(6), Map.of("drug", "tocilizumab", "dose", 560));
        patient.post("medication", Duration.ofHours(20), Map.of("drug", "levetiracetam", "indication", "prophylaxis"));
        patient.post("medication", Duration.ofHours(17), Map.of("drug", "dexamethasone", "dose", 10));
        patient.observe(
                "medication", Duration.ofHours(5), Map.of("drug", "dexamethasone", "dose", 10, "indication", "icans"));
        page.reload();

        assertThat(facts).containsText(Pattern.compile("Weight71.5 kg, "));
        assertThat(facts)
                .containsText(Pattern.compile("Tocilizumab1 charted of 4, last .*; earliest next by your limit .*\\d"));
        assertThat(facts).containsText(Pattern.compile("Dexamethasone10 mg for ICANS, last .*; 2 doses since .*\\d"));
        assertThat(facts).containsText("Levetiracetamfor Prophylaxis, last ");
        assertThat(facts).containsText("Anakinranone charted");
    }

    /// The service returns `SBP 84 mm[Hg]` and an instant in UTC as pieces of the sentence.
    @Test
    void aReasonHasItsUnitAndItsTimesAsTheWardWritesThem() {
        var patient = TestPatient.admit(ward, "7", "Rita Levi-Montalcini");
        patient.observe("vital-signs", Duration.ofMinutes(10), Map.of("temperature", 38.6, "systolic", 84));

        page.navigate(patient.page(""));

        var reasons = page.locator("#crs");
        assertThat(reasons).containsText("Hypotension: SBP 84 mmHg < 85 whatever the baseline");
        assertThat(reasons).containsText("Fever: temperature 38.6 °C >= 38");
        assertThat(reasons).containsText(Pattern.compile("hypotension stops counting after \\d"));
        assertThat(reasons).not().containsText(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT"));
    }

    @Test
    void whereNothingWasMeasuredNoLineIsDrawn() {
        var patient = TestPatient.admit(ward, "2", "Chien-Shiung Wu");
        for (int minutes : new int[] {300, 299, 298, 90, 89, 88}) {
            patient.post("vital-signs", Duration.ofMinutes(minutes), Map.of("heartRate", 80 + minutes % 7));
        }
        patient.observe("vital-signs", Duration.ofMinutes(87), Map.of("heartRate", 91));

        page.navigate(patient.page(""));

        var line = panel("Heart rate").locator(".line");
        assertThat(line).hasAttribute("d", Pattern.compile("^M[^M]*M[^M]*$"));
    }

    @Test
    void theDataOfTheChartsAreATableToo() {
        var patient = TestPatient.admit(ward, "3", "Ida Noddack");
        patient.isWell();
        patient.observe("medication", Duration.ofMinutes(3), Map.of("drug", "tocilizumab", "dose", 560));
        page.navigate(patient.page(""));

        page.getByText("The same data as a table").click();

        var table = page.locator("#chart table");
        assertThat(table).containsText("36.8");
        assertThat(table).containsText("Tocilizumab, 560 mg");
        assertThat(table).containsText("ICANS 0, criteria not met");
    }

    @Test
    void whatIsWrittenWithAFingerIsKeptAndShown() {
        var patient = TestPatient.admit(ward, "4", "Maria Mitchell");
        page.navigate(patient.page("/check"));
        page.locator("[name=consciousness][value=awake]").check();
        page.locator("[name=testable][value=none]").check();
        var pad = page.locator(".pad");
        pad.scrollIntoViewIfNeeded();
        var sheet = pad.boundingBox();
        page.mouse().move(sheet.x + 20, sheet.y + 20);
        page.mouse().down();
        page.mouse().move(sheet.x + 120, sheet.y + 60);
        page.mouse().up();

        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#outcome")).isVisible();
        page.navigate(patient.page(""));
        assertThat(page.locator("#writing img")).hasAttribute("src", Pattern.compile("^data:image/png;base64,"));
    }

    @Test
    void aCheckIsPausedForAReasonAndForAWhile() {
        var patient = TestPatient.admit(ward, "6", "Lynn Margulis");
        patient.isWell();
        page.navigate(patient.page(""));
        page.getByText("Pause a check").click();
        page.locator("#pause [name=check]").selectOption("ice");
        page.locator("[name=reason][value=asleep]").check();

        page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#pauses")).containsText("ICE paused until");
        assertThat(page.locator("#who")).containsText("ICE paused until");
        page.getByText("End it").click();
        assertThat(page.locator("#pauses li")).hasCount(0);
    }

    @Test
    void aPatientWhoIsNotThereIsNotAnEmptyPage() {
        page.navigate("/patients/nobody");

        assertThat(page.locator("#failure")).containsText("There is nothing at this address");
    }

    @Test
    void thePulseOfThePageTakesNoFocusAway() {
        var patient = TestPatient.admit(ward, "5", "Vera Rubin");
        patient.isWell();
        page.navigate(patient.page(""));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Handover"))
                .focus();

        patient.observe("vital-signs", Duration.ofSeconds(1), Map.of("temperature", 38.8));

        assertThat(page.locator("#crs .grade")).containsText(Pattern.compile("1\\s*mild"));
        assertThat(page.locator(":focus")).hasText("Handover");
        assertThat(page.locator("#who .values")).containsText("38.8");
        assertThat(page.locator(":focus")).hasText("Handover");
    }

    private Locator panel(String title) {
        return page.locator("#chart figure").filter(new Locator.FilterOptions().setHasText(title));
    }
}
