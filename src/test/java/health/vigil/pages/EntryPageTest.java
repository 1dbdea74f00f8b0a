package health.vigil.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import health.vigil.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

/// Entries other than the ICE, and how they change the grade.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class EntryPageTest {
    private final String ward = "entry-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    /// The hospital's zone in the tests.
    private static final ZoneId HOSPITAL = ZoneOffset.UTC;

    /// The instants of a time on a clock in Berlin.
    private static final String INSTANTS = """
        async text => {
            const { instants, useHospitalTime } = await import('/assets/time.js');
            useHospitalTime('Europe/Berlin', 0);
            return instants(text);
        }
        """;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("physician");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    /// With a developmental delay the CAPD replaces the ICE at any age.
    @Test
    void aBaselineThatIsCorrectedChangesTheToolAndTheCapdIsGraded() {
        var patient = TestPatient.admit(ward, "1", "Temple Grandin");
        correctBaseline(patient);
        page.navigate(patient.page("/check"));
        assertThat(page.locator("#entry input[name^='capd.'][value='0']")).hasCount(8);

        page.locator("[name=consciousness][value=awake]").check();
        answer("eyeContact", "Sometimes (2)");
        answer("purposeful", "Often (1)");
        answer("aware", "Always (0)");
        answer("communicates", "Rarely (3)");
        answer("restless", "Never (0)");
        answer("inconsolable", "Rarely (1)");
        answer("underactive", "Sometimes (2)");
        assertThat(page.locator(".tally")).hasText("CAPD 9 of 32, 1 items to go");
        answer("slowToRespond", "Never (0)");
        save();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*3"));
        assertThat(newest(patient, "neuro-check").getMap("items[0].capd"))
                .containsEntry("communicates", 3)
                .containsEntry("slowToRespond", 0)
                .hasSize(8);
    }

    private void correctBaseline(TestPatient patient) {
        change(patient, "Correct the baseline");
        assertThat(page.getByLabel("Systolic, mmHg").last()).hasValue("125");
        page.locator("#changes").getByLabel("Systolic, mmHg").fill("104");
        page.locator("#changes").getByLabel("SpO₂, %").fill("");
        page.locator("#changes").getByLabel("Developmental delay").check();
        saveChange();
        var baseline =
                as("nurse").get("/v1/episodes?ward=" + ward).jsonPath().<String, Object>getMap("items[0].baseline");
        assertThat(baseline)
                .containsEntry("systolic", 104)
                .containsEntry("developmentalDelay", true)
                .containsEntry("ice", 10)
                .doesNotContainKey("spo2");
    }

    private void answer(String item, String words) {
        page.locator("fieldset")
                .filter(new Locator.FilterOptions().setHas(page.locator("[name='capd." + item + "']")))
                .getByLabel(words)
                .check();
    }

    @Test
    void whoMovesIsOnTheBoardInTheNewBed() {
        var patient = TestPatient.admit(ward, "2", "Sally Ride");
        change(patient, "Move");

        page.locator("#changes [name=bed]").fill("21");
        saveChange();

        page.navigate("/?ward=" + ward);
        assertThat(page.locator("[data-patient='" + patient.id() + "'] .bed")).hasText("Bed 21");
    }

    @Test
    void anAdmissionIsCorrectedAndAFurtherInfusionRecorded() {
        var patient = TestPatient.admit(ward, "22", "Chien-Shiung Wu");
        change(patient, "Correct the admission");

        page.locator("#changes [name=birthDate]").fill("1957-06");
        page.locator("#changes [name=reason]").fill("The day is not known");
        saveChange();
        change(patient, "Record a further infusion");
        page.locator("#changes [name=note]").fill("The rest");
        saveChange();

        var episode = as("nurse").get("/v1/episodes?ward=" + ward).jsonPath();
        var found = "items.find { it.patientId == '" + patient.id() + "' }.";
        assertThat(episode.getString(found + "birthDate")).isEqualTo("1957-06");
        assertThat(episode.getString(found + "name")).isEqualTo("Chien-Shiung Wu");
        assertThat(episode.getString(found + "infusions[0].note")).isEqualTo("The rest");
    }

    @Test
    void aResultBeyondWhatCanBeMeasuredIsEnteredAsSuch() {
        var patient = TestPatient.admit(ward, "3", "Gerty Cori");
        page.navigate(patient.page("/check#lab"));

        page.getByLabel("Analyte").selectOption("ferritin");
        assertThat(page.getByLabel("Unit (UCUM)")).hasValue("ug/L");
        page.getByLabel("More than").check();
        page.getByLabel("Value").fill("16500");
        page.getByLabel("Reference to").fill("400");
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(newest(patient, "lab-result").<String, Object>getMap("items[0]"))
                .containsAllEntriesOf(Map.of("comparator", ">", "value", 16500, "unit", "ug/L", "referenceHigh", 400))
                .doesNotContainKey("referenceLow");
        page.navigate(patient.page(""));
        assertThat(page.locator("#done")).containsText("Ferritin >16500 ug/L");
    }

    @Test
    void whatIsTypedWithACommaAndAUnitIsSavedAsItIsMeant() {
        var patient = TestPatient.admit(ward, "5", "Olga Ladyzhenskaya");
        page.navigate(patient.page("/check#oxygen"));

        page.getByLabel("Device").selectOption("nasal-cannula");
        page.getByLabel("Flow, L/min").fill("2,5 L/min");
        page.getByLabel("Hypoxia").check();
        assertThat(page.locator("#echo")).hasText("To be saved: Nasal cannula, 2.5 L/min, for hypoxia, now.");
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(newest(patient, "oxygen-therapy").getDouble("items[0].flow")).isEqualTo(2.5);
    }

    @Test
    void aSaturationIsSavedWithTheOxygenThatThePatientBreathes() {
        var patient = TestPatient.admit(ward, "7", "Maria Mayer");
        page.navigate(patient.page("/check#vitals"));

        page.getByLabel("SpO₂, %").fill("93");
        page.getByLabel("Device").selectOption("nasal-cannula");
        page.getByLabel("Flow, L/min").fill("2");
        page.getByLabel("Hypoxia").check();
        assertThat(page.locator("#echo")).hasText("To be saved: Nasal cannula, 2 L/min, for hypoxia; SpO₂ 93 %, now.");
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(newest(patient, "vital-signs").getInt("items[0].spo2")).isEqualTo(93);
        assertThat(newest(patient, "oxygen-therapy").getInt("items[0].flow")).isEqualTo(2);
    }

    @Test
    void aNumberThatCanBeReadInTwoWaysOrCannotBeIsAskedAbout() {
        var patient = TestPatient.admit(ward, "6", "Sofia Kovalevskaya");
        page.navigate(patient.page("/check#vitals"));
        var temperature = page.getByLabel("Temperature, °C");

        temperature.fill("1,200");
        assertThat((String) temperature.evaluate("field => field.validationMessage"))
                .contains("Write 1200 or 1.2");
        temperature.fill("384");
        assertThat(page.getByText("384 °C is outside 25 to 45")).isVisible();
        save();
        assertThat(page.locator("#saved")).isEmpty();
        temperature.fill("38,4");
        assertThat(page.locator("#echo")).hasText("To be saved: T 38.4 °C, now.");
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(newest(patient, "vital-signs").getDouble("items[0].temperature"))
                .isEqualTo(38.4);
    }

    @Test
    void aPhysicianSignsThatAFeverHasAnotherCauseAndANurseIsNotAsked() {
        var patient = TestPatient.admit(ward, "4", "Jane Wright");
        patient.observe("vital-signs", Duration.ofMinutes(5), Map.of("temperature", 38.9));
        page.navigate(patient.page("/check#attribution"));

        page.locator("[name=components][value=fever]").check();
        page.locator("[name=cause]").selectOption("Infection, with a culture");
        page.getByLabel("More about the cause").fill("Staphylococcus aureus bacteraemia");
        page.getByLabel("From").fill(clock(LocalDateTime.now(HOSPITAL).minusHours(1)));
        assertThat(page.locator("#consequence")).isEmpty();
        page.getByLabel("Until").fill(clock(LocalDateTime.now(HOSPITAL).plusHours(6)));
        assertThat(page.locator("#consequence")).containsText("CRS would be 0 instead of 1 from ");
        assertThat(page.locator("#consequence")).containsText("The highest CRS would fall from 1 to 0.");
        assertThat(page.locator("#consequence")).containsText("ICANS would not change up to now.");
        Accessibility.assertNothingFound(page);
        save();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("CRS before\\s*1"));
        assertThat(page.locator("#outcome")).containsText(Pattern.compile("CRS now\\s*0"));
        var signed = newest(patient, "attribution");
        assertThat(signed.getList("items[0].components")).isEqualTo(List.of("fever"));
        assertThat(signed.getString("items[0].cause"))
                .isEqualTo("Infection, with a culture: Staphylococcus aureus bacteraemia");
        var nurse = TestBrowser.signedIn("nurse");
        nurse.navigate(patient.page("/check"));
        assertThat(nurse.locator("#kinds [value=finding]")).isAttached();
        assertThat(nurse.locator("#kinds [value=attribution]")).hasCount(0);
        nurse.context().close();
    }

    @Test
    void aTimeIsOfTheHospitalWhateverThisComputerIsSetTo() {
        var patient = TestPatient.admit(ward, "8", "Tu Youyou");
        var tokyo = new JsonObject();
        tokyo.addProperty("timezoneId", "Asia/Tokyo");
        page.context().newCDPSession(page).send("Emulation.setTimezoneOverride", tokyo);
        page.navigate(patient.page("/check#vitals"));
        assertThat(page.locator(".clock-warning")).containsText("This computer is set to Asia/Tokyo");
        var at = LocalDateTime.now(HOSPITAL).minusHours(2).truncatedTo(ChronoUnit.MINUTES);

        page.getByLabel("Heart rate, /min").fill("88");
        page.getByLabel("When").fill(at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(Instant.parse(newest(patient, "vital-signs").getString("items[0].effectiveAt")))
                .isEqualTo(at.toInstant(ZoneOffset.UTC));
    }

    @Test
    void aTimeThatComesTwiceHasTwoInstantsAndOneThatIsLeftOutHasNone() {
        page.navigate("/alerts");

        assertThat((List<?>) page.evaluate(INSTANTS, "2026-10-25T02:30"))
                .isEqualTo(List.of("2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"));
        assertThat((List<?>) page.evaluate(INSTANTS, "2026-03-29T02:30")).isEmpty();
        assertThat((List<?>) page.evaluate(INSTANTS, "2026-07-01T18:28"))
                .isEqualTo(List.of("2026-07-01T16:28:00.000Z"));
    }

    private void change(TestPatient patient, String what) {
        page.navigate("/admission");
        page.locator("#changes select")
                .selectOption(new SelectOption()
                        .setLabel(page.locator("#changes option")
                                .filter(new Locator.FilterOptions().setHasText(patient.id()))
                                .textContent()));
        page.getByLabel(what).check();
    }

    private void saveChange() {
        page.locator("#changes")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Save"))
                .click();
        assertThat(page.locator("#result")).hasText("Saved.");
    }

    private static String clock(LocalDateTime at) {
        return at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
    }

    private void save() {
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static JsonPath newest(TestPatient patient, String kind) {
        return as("physician")
                .get("/v1/patients/" + patient.id() + "/observations?kind=" + kind)
                .jsonPath();
    }
}
