package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import health.vigil.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.Eventually.await;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// The page with the statistics of a ward's alerts.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class StatisticsPageTest {
    private static final int USUAL_DAYS = 28;

    private final String ward = "statistics-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void raiseAlertsAndAnswerOne() {
        var patient = TestPatient.admit(ward, "1", "Florence Nightingale");
        patient.observe("vital-signs", Duration.ofSeconds(2), Map.of("temperature", 39.4, "systolic", 84));
        var alert = as("nurse").get("/v1/alerts?state=open&ward=" + ward).<String>path("items[0].id");
        as("nurse")
                .body(Map.of())
                .post("/v1/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(200);
    }

    private JsonPath statistics() {
        return as("nurse").get("/v1/alerts/statistics?ward=" + ward).jsonPath();
    }

    /// Opens the page. A check that became due meanwhile may have raised an alert: then again.
    private JsonPath openWhileNothingIsRaised() {
        return await().pollInSameThread().until(this::open, Optional::isPresent).orElseThrow();
    }

    /// Opens the page; empty if an alert was raised meanwhile.
    private Optional<JsonPath> open() {
        var before = statistics();
        page.navigate("/alerts/statistics?ward=" + ward);
        assertThat(page.locator("#statistics svg")).hasCount(5);
        return statistics().getInt("alerts") == before.getInt("alerts") ? Optional.of(before) : Optional.empty();
    }

    @Test
    void theNumbersAreThoseOfTheService() {
        raiseAlertsAndAnswerOne();

        var told = openWhileNothingIsRaised();

        var alerts = told.getInt("alerts");
        assertThat(alerts).isPositive();
        assertThat(page.locator("#period"))
                .containsText("patient-days, " + alerts + (alerts == 1 ? " alert." : " alerts."));
        assertThat(page.locator("h1")).hasText("Alert statistics, ward " + ward);
        assertThat(page.locator(".numbers")).containsText("90 % answered within");
        assertThat(page.locator(".numbers")).containsText(told.getInt("acknowledged") + " of " + alerts);
        assertThat(page.locator("section[aria-label='By type'] tbody tr"))
                .hasCount(told.getMap("byType").size());
        assertThat(sum("section[aria-label='By priority'] tbody td:nth-child(2)"))
                .isEqualTo(alerts);
        for (var picture : page.locator("#statistics svg").all()) {
            assertThat(picture).hasAttribute("role", "img");
        }
    }

    @Test
    void theDaysAddUpToThePeriod() {
        raiseAlertsAndAnswerOne();

        var alerts = openWhileNothingIsRaised().getInt("alerts");

        var rows = "section[aria-label='Day by day'] tbody tr";
        assertThat(page.locator(rows)).hasCount(USUAL_DAYS);
        assertThat(List.of(3, 4, 5).stream()
                        .mapToInt(column -> sum(rows + " td:nth-child(" + column + ")"))
                        .sum())
                .isEqualTo(alerts);
        page.locator("#weeks").selectOption("1");
        assertThat(page.locator(rows)).hasCount(7);
        page.reload();
        assertThat(page.locator(rows)).hasCount(7);
    }

    @Test
    void anEmptyWardSaysSo() {
        page.navigate("/alerts/statistics?ward=" + ward);

        assertThat(page.locator("#empty")).hasText("No patient was watched on this ward in this time.");
        assertThat(page.locator("#period")).containsText("0.0 patient-days, 0 alerts.");
        assertThat(page.locator("#statistics svg")).hasCount(0);
        Accessibility.assertNothingFound(page);
    }

    @Test
    void theSheetIsPrintedWithoutTheFrame() {
        raiseAlertsAndAnswerOne();
        page.navigate("/alerts/statistics?ward=" + ward);
        assertThat(page.locator("#statistics svg")).hasCount(5);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#frame")).isHidden();
        assertThat(page.locator("#print")).isHidden();
        assertThat(page.locator("#period")).isVisible();
        assertThat(page.locator("section[aria-label='Day by day'] tbody tr").last())
                .isVisible();
    }

    @Test
    void thePageIsReachedFromTheAlerts() {
        page.navigate("/alerts");

        page.getByText("Alert statistics").press("Enter");

        page.waitForURL("**/alerts/statistics");
        assertThat(page.locator("#period")).isVisible();
    }

    /// The sum of the cells of a column.
    private int sum(String cells) {
        return page.locator(cells).allTextContents().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
