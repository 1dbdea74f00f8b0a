package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.Eventually.await;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// Seizures entered while they go on.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class SeizurePageTest {
    private static final Pattern RUNNING = Pattern.compile("^0:\\d\\d min$");

    /// The page asks for nothing by itself.
    private static final String WITHOUT_PULSE = """
            const every = window.setInterval.bind(window);
            window.setInterval = (act, milliseconds) => milliseconds < 3000 ? every(act, milliseconds) : 0;
            """;

    private final String ward = "seizure-" + UUID.randomUUID().toString().substring(0, 6);
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
    void aSeizureThatGoesOnIsGradedAtOnceAndItsClockSurvivesAReload() {
        var patient = TestPatient.admit(ward, "1", "Wilder Penfield");
        patient.isWell();
        page.navigate(patient.page("/check#seizure"));
        start();
        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*3"));
        assertThat(page.locator(".stopwatch")).hasText(RUNNING);
        Accessibility.assertNothingFound(page);

        page.reload();
        assertThat(page.locator(".stopwatch")).hasText(RUNNING);
        press("Stopped now");

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(page.locator(".stopwatch")).hasCount(0);
        var seizures = seizures(patient);
        assertThat(seizures.getList("items.resolved")).isEqualTo(List.of(true, false));
        assertThat(seizures.getDouble("items[0].durationMinutes")).isBetween(0.0, 5.0);
    }

    @Test
    void aSeizureThatBeganWithoutContactIsNotLost() {
        var patient = TestPatient.admit(ward, "2", "Hans Berger");
        page.navigate(patient.page("/check#seizure"));
        assertThat(page.locator(".save")).isVisible();

        page.context().setOffline(true);
        start();
        assertThat(page.locator("#waiting")).containsText("Not sent yet");
        assertThat(page.locator(".stopwatch")).hasText(RUNNING);
        page.context().setOffline(false);
        page.reload();

        assertThat(page.locator(".stopwatch")).hasText(RUNNING);
        assertThat(page.locator("#waiting")).isEmpty();
        await().untilAsserted(() ->
                assertThat(seizures(patient).getList("items.resolved")).isEqualTo(List.of(false)));
    }

    @Test
    void whatSomebodyElseEnteredRunsHereAndCanBeEndedEarlier() {
        var patient = TestPatient.admit(ward, "3", "William Lennox");
        patient.observe("seizure", Duration.ofMinutes(9), Map.of("type", "electrographic", "resolved", false));
        page.navigate(patient.page("/check#seizure"));
        assertThat(page.locator(".stopwatch")).hasText(Pattern.compile("^9:\\d\\d min, longer than 5 min"));

        page.getByLabel("When it stopped").fill(clock(Duration.ofMinutes(30)));
        save();
        assertThat(page.locator("#saved")).isEmpty();
        page.getByLabel("When it stopped").fill(clock(Duration.ofMinutes(2)));
        save();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*4"));
        assertThat(seizures(patient).getDouble("items[0].durationMinutes")).isBetween(5.5, 8.0);
    }

    @Test
    void anotherOneWithoutReturnToBaselineIsGradeFour() {
        var patient = TestPatient.admit(ward, "4", "Brenda Milner");
        patient.observe(
                "seizure", Duration.ofHours(1), Map.of("type", "clinical", "resolved", true, "durationMinutes", 2));
        await().untilAsserted(
                        () -> assertThat(seizures(patient).getList("items")).hasSize(1));
        page.navigate(patient.page("/check#seizure"));
        assertThat(page.getByText("Another one since")).isVisible();

        press("Not back");
        assertThat(page.getByText("Not back to baseline after it.")).isVisible();
        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*3"));
        start();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*4"));
        var seizures = seizures(patient);
        assertThat(seizures.getList("items.findAll { it.retractedAt == null }.returnedToBaseline"))
                .containsExactly(null, false);
        assertThat(seizures.getList("items.findAll { it.retractedAt != null }.id"))
                .hasSize(1);
    }

    /// It is no seizure of this episode.
    @Test
    void aSeizureBeforeTheInfusionDoesNotGoOn() {
        var patient = TestPatient.admit(ward, "5", "Gowers William");
        patient.post("seizure", Duration.ofDays(5), Map.of("type", "clinical", "resolved", false));
        patient.isWell();
        page.navigate(patient.page("/check#seizure"));

        assertThat(page.locator("[name=resolved][value=false]")).isVisible();
        assertThat(page.locator(".stopwatch")).hasCount(0);
    }

    @Test
    void aSeizureInTheFutureDoesNotGoOn() {
        var patient = TestPatient.admit(ward, "6", "Fritz Jasper");
        patient.post("seizure", Duration.ofMinutes(-30), Map.of("type", "clinical", "resolved", false));
        patient.isWell();
        page.navigate(patient.page("/check#seizure"));

        assertThat(page.locator("[name=resolved][value=false]")).isVisible();
        assertThat(page.locator(".stopwatch")).hasCount(0);
        page.locator("[name=resolved][value=false]").check();
        page.locator("[name=type][value=clinical]").check();
        page.getByLabel("When it began").fill(clock(Duration.ofHours(-1)));
        save();
        assertThat(page.locator("#outcome")).isVisible();
        assertThat(page.locator(".stopwatch")).hasCount(0);
    }

    @Test
    void anotherSeizureCanBeEnteredWhileOneGoesOn() {
        var patient = TestPatient.admit(ward, "7", "Herbert Jasper");
        patient.observe("seizure", Duration.ofMinutes(3), Map.of("type", "clinical", "resolved", false));
        page.navigate(patient.page("/check#seizure"));

        press("Enter another seizure");
        assertThat(page.getByText("Another seizure goes on since")).isVisible();
        press("Back to it");
        assertThat(page.locator(".stopwatch")).isVisible();
        press("Enter another seizure");
        page.locator("[name=resolved][value=true]").check();
        page.locator("[name=type][value=electrographic]").check();
        page.locator("[name=durationMinutes]").fill("1");
        page.getByLabel("When it began").fill(clock(Duration.ofHours(2)));
        save();

        assertThat(page.locator("#outcome")).isVisible();
        assertThat(page.locator(".stopwatch")).isVisible();
        assertThat(seizures(patient).getList("items.type")).containsExactly("clinical", "electrographic");
    }

    /// A grade 3 or 4 must not disappear with the first record.
    @Test
    void theFirstRecordStandsIfItsReplacementIsRefused() {
        var patient = TestPatient.admit(ward, "8", "Henri Gastaut");
        patient.observe(
                "seizure", Duration.ofHours(1), Map.of("type", "clinical", "resolved", true, "durationMinutes", 2));
        page.route("**/v1/observations", route -> {
            if (route.request().postData().contains("returnedToBaseline")) {
                route.fulfill(new Route.FulfillOptions().setStatus(400).setBody("{\"detail\": \"No\"}"));
            } else {
                route.resume();
            }
        });
        page.navigate(patient.page("/check#seizure"));

        press("Not back");

        assertThat(page.locator("#waiting")).containsText("the entry before it was not accepted");
        var seizures = seizures(patient);
        assertThat(seizures.getList("items.id")).hasSize(1);
        assertThat(seizures.getList("items.retractedAt")).containsOnlyNulls();
        press(page.locator("#waiting"), "Discard");
        assertThat(page.locator("#waiting")).isEmpty();
    }

    /// The second end would be another seizure without return to baseline: grade 4.
    @Test
    void aSeizureThatSomebodyElseEndedIsNotEndedAgain() {
        var patient = TestPatient.admit(ward, "9", "Karl Kahlbaum");
        patient.observe("seizure", Duration.ofMinutes(3), Map.of("type", "clinical", "resolved", false));
        page.addInitScript(WITHOUT_PULSE);
        page.navigate(patient.page("/check#seizure"));
        assertThat(page.locator(".stopwatch")).isVisible();
        patient.observe(
                "seizure", Duration.ofSeconds(5), Map.of("type", "clinical", "resolved", true, "durationMinutes", 2));

        press("Stopped now");

        assertThat(page.locator("#saved")).containsText("Not sent: this seizure has been ended or withdrawn already.");
        assertThat(page.locator(".stopwatch")).hasCount(0);
        assertThat(seizures(patient).getList("items.resolved")).containsExactly(true, false);
    }

    @Test
    void whatSomebodyTypesStaysWhenASeizureIsEnteredElsewhere() {
        var patient = TestPatient.admit(ward, "10", "Otfrid Foerster");
        page.navigate(patient.page("/check#seizure"));
        page.locator("[name=resolved][value=true]").check();
        page.locator("[name=durationMinutes]").fill("3");

        patient.observe("seizure", Duration.ofMinutes(3), Map.of("type", "clinical", "resolved", false));

        assertThat(page.locator("#changed")).containsText("Somebody has entered a seizure");
        assertThat(page.locator("[name=durationMinutes]")).hasValue("3");
        press("Show what is known now");
        assertThat(page.locator(".stopwatch")).isVisible();
    }

    /// What is hidden is not read, and does not keep the form from being saved.
    @Test
    void aLengthThatIsNotAskedAnyMoreBlocksNothing() {
        var patient = TestPatient.admit(ward, "11", "Jerome Engel");
        page.navigate(patient.page("/check#seizure"));
        page.locator("[name=resolved][value=true]").check();
        page.locator("[name=durationMinutes]").fill("no number");

        start();

        assertThat(page.locator(".stopwatch")).isVisible();
    }

    private void start() {
        page.locator("[name=resolved][value=false]").check();
        page.locator("[name=type][value=clinical]").check();
        save();
    }

    private void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static void press(Locator place, String words) {
        place.getByText(words, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private void save() {
        press("Save");
    }

    private static String clock(Duration ago) {
        return LocalDateTime.now(ZoneOffset.UTC).minus(ago).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
    }

    private static JsonPath seizures(TestPatient patient) {
        return as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=seizure")
                .jsonPath();
    }
}
