package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/// The form of a neuro check beside the earlier checks.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class NeuroFormPageTest {
    private final String ward = "neuro-" + UUID.randomUUID().toString().substring(0, 6);
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
    void eachItemStandsBesideItsResultAtTheBaselineAndAtTheLastCheck() {
        var patient = TestPatient.admit(ward, "1", "Rita Levi-Montalcini");
        patient.observe(
                "neuro-check",
                Duration.ofHours(3),
                Map.of("ice", items(3, 3, 1, 0), "itemsNotDone", List.of("attention"), "consciousness", "awake"));

        page.navigate(patient.page("/check"));

        assertThat(page.locator("#entry")).containsText("Last check: ICE 7 of 10 without attention, ");
        assertThat(page.locator("#entry")).containsText("by physician. Baseline 10.");
        assertThat(then("orientation")).hasText(Pattern.compile("Baseline 4 · last check 3, 3 h ago"));
        assertThat(then("writing")).hasText(Pattern.compile("Baseline 1 · last check 0, 3 h ago"));
        assertThat(then("attention")).containsText("last check not asked");
    }

    @Test
    void theItemsBeforeTheInfusionAreTheBaseline() {
        var patient = TestPatient.admit(ward, "2", "Santiago Ramon");
        correctBaseline(8);
        patient.observe("neuro-check", Duration.ofHours(80), Map.of("ice", items(3, 3, 1, 0, 1)));

        page.navigate(patient.page("/check"));

        assertThat(page.locator("#entry .then").first()).hasText("Baseline 8.");
        assertThat(then("orientation")).hasText("Baseline 3");
        assertThat(then("writing")).hasText("Baseline 0");
    }

    @Test
    void aCheckThatWasWithdrawnStandsBesideNothing() {
        var patient = TestPatient.admit(ward, "3", "Camillo Golgi");
        var wrong = patient.post("neuro-check", Duration.ofHours(2), Map.of("ice", items(0, 0, 0, 0, 0)));
        patient.observe(
                "retraction",
                Duration.ofMinutes(1),
                Map.of("observationId", wrong, "reason", "Entered for another patient"));

        page.navigate(patient.page("/check"));

        assertThat(page.locator("#entry .then").first()).hasText("Baseline 10.");
    }

    @Test
    void theLastSentenceStandsBesideTheSheet() {
        var patient = TestPatient.admit(ward, "4", "Agnodice");
        patient.observe("neuro-check", Duration.ofHours(9), Map.of("ice", 10, "handwritingImage", DemoWard.STEADY));
        patient.observe("neuro-check", Duration.ofHours(5), Map.of("ice", 8, "handwritingImage", DemoWard.SHAKY));
        patient.observe("neuro-check", Duration.ofHours(1), Map.of("ice", 8));

        page.navigate(patient.page("/check"));

        assertThat(page.locator(".writing img")).hasAttribute("src", DemoWard.SHAKY);
        assertThat(page.locator(".writing")).containsText("The last one, 5 h ago");
        Accessibility.assertNothingFound(page);
    }

    @Test
    void consciousnessComesFirstAndIsRequiredUnlessTheCheckWasNotDone() {
        var patient = TestPatient.admit(ward, "5", "Franz Nissl");
        page.navigate(patient.page("/check"));
        assertThat(page.locator("#entry fieldset legend").first()).hasText("Consciousness");
        assertThat(page.getByText("V: to voice, RASS −1 to −3")).isVisible();

        page.locator("[name=testable][value=none]").check();
        page.locator("[name=tremor][value=true]").check();
        save();
        assertThat(page.locator("#saved")).isEmpty();
        page.locator("[name=consciousness][value=voice]").check();
        save();
        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*2"));

        page.locator("[name=testable][value=missed]").check();
        page.locator("[name=notDoneReason][value=away]").check();
        save();
        assertThat(page.locator("#outcome")).isVisible();
        assertThat(as("nurse")
                        .get("/v1/patients/" + patient.id() + "/observations?kind=neuro-check")
                        .jsonPath()
                        .getList("items[0].notDone"))
                .isEqualTo(List.of("ice"));
    }

    @Test
    void aBabyIsScoredByWhatBelongsToItsAge() {
        var patient = TestPatient.admit(ward, "6", "Baby Doe", born(Duration.ofDays(45)));
        page.navigate(patient.page("/check"));

        assertThat(page.locator("#entry")).containsText("compared with how this child usually is");
        assertThat(page.locator("#entry")).containsText("what belongs to 6 weeks");
        assertThat(item("eyeContact")).containsText("Expected: holds the gaze.");
        assertThat(item("slowToRespond")).containsText("Look for: does not kick or cry at what hurts.");
    }

    @Test
    void aChildOfTwoYearsIsScoredWithoutAnchors() {
        var patient = TestPatient.admit(ward, "7", "Child Doe", born(Duration.ofDays(735)));
        page.navigate(patient.page("/check"));

        assertThat(item("eyeContact")).isVisible();
        assertThat(item("eyeContact")).not().containsText("Expected");
    }

    @Test
    void aChildWhoWakesOnlyToTouchCannotBeScored() {
        var patient = TestPatient.admit(ward, "8", "Child Roe", born(Duration.ofDays(2000)));
        page.navigate(patient.page("/check"));

        page.locator("[name=consciousness][value=touch]").check();
        assertThat(page.locator("[name=testable][value=true]")).isDisabled();
        assertThat(item("eyeContact")).isHidden();
        page.locator("[name=consciousness][value=voice]").check();
        assertThat(page.locator("[name=testable][value=true]")).isChecked();
        assertThat(item("eyeContact")).isVisible();
        page.locator("[name=consciousness][value=unarousable]").check();
        save();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("ICANS now\\s*4"));
        var check = as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=neuro-check")
                .jsonPath();
        assertThat(check.getList("items[0].notTestable")).isEqualTo(List.of("capd"));
        assertThat(check.getString("items[0].notTestableReason")).isEqualTo("RASS −4 or −5: cannot be scored");
    }

    @Test
    void aCheckThatWasNotDoneIsNotTurnedBackAndTellsNoConsciousness() {
        var patient = TestPatient.admit(ward, "9", "Child Poe", born(Duration.ofDays(2000)));
        page.navigate(patient.page("/check"));

        page.locator("[name=consciousness][value=touch]").check();
        page.locator("[name=testable][value=missed]").check();
        assertThat(page.locator("[name=consciousness]:checked")).hasCount(0);
        page.locator("[name=consciousness][value=touch]").check();
        page.locator("[name=consciousness][value=voice]").check();
        assertThat(page.locator("[name=testable][value=missed]")).isChecked();
        page.locator("[name=testable][value=true]").check();
        page.locator("[name=testable][value=missed]").check();
        page.locator("[name=notDoneReason][value=away]").check();
        save();

        assertThat(page.locator("#outcome")).isVisible();
        var check = as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=neuro-check")
                .jsonPath();
        assertThat(check.getList("items[0].notDone")).isEqualTo(List.of("capd"));
        assertThat(check.getString("items[0].consciousness")).isNull();
    }

    private static Map<String, Object> born(Duration ago) {
        return Map.of(
                "birthDate",
                LocalDate.now(ZoneOffset.UTC).minusDays(ago.toDays()).toString());
    }

    private Locator item(String name) {
        return page.locator("fieldset")
                .filter(new Locator.FilterOptions().setHas(page.locator("[name='capd." + name + "']")));
    }

    private Locator then(String item) {
        return page.locator("fieldset")
                .filter(new Locator.FilterOptions().setHas(page.locator("[name='ice." + item + "']")))
                .locator(".then");
    }

    private void save() {
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static Map<String, Object> items(int orientation, int naming, int commands, int writing) {
        return Map.of("orientation", orientation, "naming", naming, "commands", commands, "writing", writing);
    }

    private static Map<String, Object> items(int orientation, int naming, int commands, int writing, int attention) {
        return Map.of(
                "orientation", orientation,
                "naming", naming,
                "commands", commands,
                "writing", writing,
                "attention", attention);
    }

    private void correctBaseline(int ice) {
        var episode = as("nurse").get("/v1/episodes?ward=" + ward).jsonPath().getString("items[0].id");
        as("nurse")
                .contentType("application/merge-patch+json")
                .body(Map.of("baseline", Map.of("ice", ice)))
                .patch("/v1/episodes/" + episode)
                .then()
                .statusCode(200);
    }
}
