package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/// A whole ward at a glance: the compact board and the wall view.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class WardViewsPageTest {
    private static final int FULL_WARD = 24;

    /// More than the connections that a browser opens to a host over plain http.
    private static final int TABS = 8;

    private static final String WARD = "glance-" + UUID.randomUUID().toString().substring(0, 6);
    private static final List<TestPatient> PATIENTS = new ArrayList<>();

    private static final String SCROLLS =
            "() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth";

    @BeforeEach
    void fill() {
        if (PATIENTS.isEmpty()) {
            for (int bed = 1; bed <= FULL_WARD; bed++) {
                PATIENTS.add(TestPatient.admit(WARD, "B" + bed, "Patient Number " + bed));
            }
            worst().post("neuro-check", Duration.ofHours(5), Map.of("ice", ice(1, 1)));
            worst().post("neuro-check", Duration.ofHours(1), Map.of("ice", ice(0, 0)));
            worst().post("vasopressor", Duration.ofHours(2), Map.of("agent", "norepinephrine", "action", "started"));
            worst().bind("monitor", 1);
            worst().observe(
                            "vital-signs",
                            Duration.ofMinutes(2),
                            Map.of(
                                    "temperature",
                                    38.96,
                                    "systolic",
                                    89.6,
                                    "diastolic",
                                    51.7,
                                    "heartRate",
                                    103.6,
                                    "spo2",
                                    93));
        }
    }

    private static TestPatient worst() {
        return PATIENTS.getFirst();
    }

    private static Map<String, Integer> ice(int writing, int attention) {
        return Map.of("orientation", 4, "naming", 3, "commands", 1, "writing", writing, "attention", attention);
    }

    private static Page compactBoard() {
        var page = TestBrowser.signedIn("nurse", 1366, 768, ColorScheme.LIGHT);
        page.navigate("/?ward=" + WARD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compact"))
                .click();
        assertThat(page.locator(".line")).hasCount(FULL_WARD);
        return page;
    }

    private static Page wall() {
        var page = TestBrowser.signedIn("dashboard", 1920, 1080, ColorScheme.LIGHT);
        page.navigate("/wall?ward=" + WARD);
        assertThat(page.locator(".tile")).hasCount(FULL_WARD);
        return page;
    }

    @Test
    void aFullWardFitsACompactBoardWithoutScrolling() {
        var page = compactBoard();

        assertThat((boolean) page.evaluate(SCROLLS)).isFalse();
        var first = page.locator(".line").first();
        assertThat(first).hasAttribute("data-patient", worst().id());
        for (var shown : List.of("ICE 8/10 ▼", "T 39.0", "1 pressor", "93", "not heard")) {
            assertThat(first).containsText(shown);
        }
        assertThat(first.locator(".grade-3")).hasCount(1);
        assertThat(page.locator("#totals")).containsText("23 cannot be graded");
        Accessibility.assertNothingFound(page);
        page.context().close();
    }

    /// What supports the circulation or breathing must be seen in whole.
    private static final String CUT_OFF = "() => [...document.querySelectorAll('.support, .bed, .facts > span')]"
            + ".filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)";

    @Test
    void aPatientAtHomeIsMarkedOnEachView() {
        var ward = WARD + "-home";
        var patient = TestPatient.admit(ward, "H1", "Homer Watched");
        var episode = as("nurse").get("/v1/episodes?ward=" + ward).<String>path("items[0].id");
        as("nurse")
                .body(Map.of("at", Instant.now().minus(Duration.ofHours(1)).toString(), "ward", ward, "bed", "H1"))
                .post("/v1/episodes/" + episode + "/outpatient")
                .then()
                .statusCode(200);

        var page = TestBrowser.signedIn("nurse", 1366, 768, ColorScheme.LIGHT);
        page.navigate("/?ward=" + ward);
        assertThat(page.locator(".row .person")).containsText("Outpatient");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compact"))
                .click();
        assertThat(page.locator(".line .day")).containsText("Outpatient");
        page.navigate(patient.page(""));
        assertThat(page.locator("#who")).containsText("Outpatient since");
        page.navigate("/wall?ward=" + ward);
        assertThat(page.locator(".tile .person")).containsText("Outpatient");
        page.context().close();
    }

    @Test
    void aLineOpensToTheWholeRowAndBack() {
        var page = compactBoard();
        var more = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Whole row of bed B1").setExact(true));

        more.click();
        var row = page.locator(".row");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("was 10");
        assertThat(row).containsText("writing lost");
        assertThat(row).containsText("attention lost");
        Accessibility.assertNothingFound(page);
        assertThat(page.locator(":focus")).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Enter");
        assertThat(page.locator(".row")).hasCount(0);
        page.reload();

        assertThat(page.locator(".line")).hasCount(FULL_WARD);
        page.context().close();
    }

    @Test
    void aFullWardIsReadFromTheDoor() {
        var page = wall();

        assertThat((boolean) page.evaluate(SCROLLS)).isFalse();
        // The only control is the switch for sound.
        assertThat(page.locator("button, select, input")).hasCount(1);
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        var first = page.locator(".tile").first();
        for (var shown : List.of("B1", "CRS", "2", "ICE 8/10 ▼", "89/51", "1 pressor", "not heard")) {
            assertThat(first).containsText(shown);
        }
        assertThat(page.locator("#totals")).containsText("23 cannot be graded");
        assertThat(((Number) page.evaluate(
                                "() => Math.min(...[...document.querySelectorAll('.tile .bed, .tile .number, .tile .facts b')]"
                                        + ".map(one => parseFloat(getComputedStyle(one).fontSize)))"))
                        .doubleValue())
                .isGreaterThanOrEqualTo(24.0);
        assertThat((List<?>) page.evaluate("() => [...document.querySelectorAll('.tile')]"
                        + ".filter(one => one.scrollHeight > one.clientHeight + 1).map(one => one.textContent)"))
                .isEmpty();
        assertThat((List<?>) page.evaluate(CUT_OFF)).isEmpty();
        Accessibility.assertNothingFound(page);
        page.context().close();
    }

    @Test
    void aDisplayWithoutASessionShowsAnAlarmAndNoPatient() {
        var page = wall();

        page.context().clearCookies();

        assertThat(page.locator("h1")).hasText("This display is signed out");
        assertThat(page.locator(".tile")).hasCount(0);
        Accessibility.assertNothingFound(page);
        page.context().close();
    }

    @Test
    void manyTabsShareOneStream() {
        var context =
                TestBrowser.signedIn("nurse", 1366, 768, ColorScheme.LIGHT).context();
        var patient = TestPatient.admit("tabs-" + WARD, "1", "Jocelyn Bell");
        var pages = new ArrayList<Page>();
        for (int tab = 0; tab < TABS; tab++) {
            var page = context.newPage();
            page.navigate("/?ward=" + patient.ward());
            assertThat(page.locator(".row")).hasCount(1);
            pages.add(page);
        }

        patient.observe("vital-signs", Duration.ofSeconds(1), Map.of("temperature", 39.4, "systolic", 84));

        for (var page : pages) {
            assertThat(page.locator(".open-alert").first()).containsText("nobody has it");
            assertThat(page.locator(".contact-banner")).isHidden();
        }
        context.close();
    }

    @Test
    void theBoardTellsTheLastScoreOfTheEpisodeAndTheOneBefore() {
        as("nurse")
                .get("/v1/wards/" + WARD + "/board?patientId=" + worst().id())
                .then()
                .statusCode(200)
                .body("items[0].neuroScore.tool", equalTo("ice"))
                .body("items[0].neuroScore.total", equalTo(8))
                .body("items[0].neuroScore.baseline", equalTo(10))
                .body("items[0].neuroScore.items.writing", equalTo(0))
                .body("items[0].neuroScore.previous.total", equalTo(10));
    }
}
