package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// All rows of the hospital's protocol on one page, for reading, from `protocol/rows.json`.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class ProtocolPageTest {
    private static final String ABOUT_NO_PATIENT = "None of them speaks of a patient.";

    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void open() {
        page.navigate("/protocol");
        assertThat(rows()).hasCount(5);
    }

    private Locator rows() {
        return page.locator("#rows > li");
    }

    private Locator row(String id) {
        return page.locator("#rows [data-row=" + id + "]");
    }

    private void answers(String body) {
        page.route(
                "**/v1/protocol",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(body)));
    }

    @Test
    void itSaysFirstThatNoRowSpeaksOfAPatient() {
        open();

        assertThat(page.locator("#notice")).containsText("These are all rows of your hospital’s protocol");
        assertThat(page.locator("#notice")).containsText(ABOUT_NO_PATIENT);
        var first = rows().first().boundingBox();
        var notice = page.locator("#notice").boundingBox();
        assertThat(notice.y + notice.height).isLessThanOrEqualTo(first.y);
    }

    @Test
    void aRowHasItsWordsItsConditionItsSourceAndItsOwner() {
        open();

        assertThat(row("c2-1").locator(".said")).hasText("Tocilizumab 8 mg/kg, at most 800 mg; telemetry");
        assertThat(row("c2-1").locator("li"))
                .hasText(new String[] {"CRS grade 2", "Up to 3 doses of tocilizumab since the infusion"});
        assertThat(row("c2-1")).containsText("Source: Haematology CRS policy v7, p. 5.");
        assertThat(row("c2-1")).containsText("Owner: Dr A, head of the CAR-T programme.");
        assertThat(row("c2-1")).containsText("Approved 3 February 2026, next review by 3 February 2999.");
        assertThat(row("c2-1")).containsText("For physician.");
        row("c2-1").getByText("The condition in the file").click();
        assertThat(row("c2-1").locator("code")).containsText("\"given\":[{\"drug\":\"tocilizumab\"");
        Accessibility.assertNothingFound(page);
    }

    @Test
    void theRowsAreInTheOrderOfTheTable() {
        open();

        assertThat(page.locator("#rows h2")).hasText(new String[] {
            "c1-1 version 1", "c2-1 version 3", "o-1 version 1", "fn-1 version 1", "every-part version 1"
        });
        assertThat(page.locator("#told")).containsText("All 5 rows.");
    }

    @Test
    void anOverdueReviewIsMarkedByWordAndShape() {
        open();

        assertThat(row("o-1")).containsText("▲ Review overdue since 3 February 2025");
        assertThat(row("c1-1")).not().containsText("overdue");
        assertThat(page.locator("#told")).containsText("Review overdue: 1.");
    }

    @Test
    void typingFindsRowsByTheirTextOrId() {
        open();

        page.locator("#find").pressSequentially("TOCI");
        assertThat(page.locator("#rows h2")).hasText(new String[] {"c2-1 version 3"});
        assertThat(page.locator("#told")).containsText("1 of 5 rows: only those with “TOCI”.");
        page.locator("#find").fill("fn-");
        assertThat(page.locator("#rows h2")).hasText(new String[] {"fn-1 version 1"});
        page.locator("#find").fill("none such");
        assertThat(rows()).hasCount(0);
        assertThat(page.locator("#told")).containsText("0 of 5 rows");
        page.locator("#find").fill("");
        assertThat(rows()).hasCount(5);
        assertThat(page.locator("#find")).isFocused();
    }

    /// A sheet that lies beside a chart must not be taken for that patient's.
    @Test
    void onPaperEveryRowSaysThatItSpeaksOfNoPatient() {
        open();
        page.locator("#find").fill("c1-1");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#notice")).isVisible();
        assertThat(page.locator("#notice")).containsText(ABOUT_NO_PATIENT);
        assertThat(row("c1-1").getByText("It does not speak of a patient.")).isVisible();
        assertThat(page.locator("#told")).containsText("1 of 5 rows: only those with “c1-1”.");
        assertThat(page.locator("#search")).isHidden();
        assertThat(page.locator("#frame")).isHidden();
    }

    @Test
    void withoutATableThePageSaysWhatToDo() {
        answers("{\"table\": null, \"today\": \"2026-11-30\", \"reason\": \"There is none\", \"items\": []}");

        page.navigate("/protocol");

        assertThat(page.locator("#nothing")).containsText("There is none.");
        assertThat(page.locator("#nothing")).containsText("docs/operations.md");
        assertThat(page.locator("#notice")).isHidden();
        assertThat(page.locator("#search")).isHidden();
        assertThat(rows()).hasCount(0);
        Accessibility.assertNothingFound(page);
    }

    @Test
    void whatCannotBeReadSaysSo() {
        page.route("**/v1/protocol", Route::abort);

        page.navigate("/protocol");

        assertThat(page.locator("main")).containsText("This part could not be read");
    }

    @Test
    void aPhoneShowsItAll() {
        page.context().close();
        page = TestBrowser.signedIn("nurse", 390, 844, ColorScheme.DARK);

        open();

        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Accessibility.assertNothingFound(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nurse", "physician", "coordinator", "dashboard", "admin"})
    void whoMayReadItHasItInTheNavigation(String role) {
        page.context().close();
        page = TestBrowser.signedIn(role);
        page.navigate("/protocol");
        assertThat(rows()).hasCount(5);

        var link =
                page.locator("#frame nav").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Protocol"));

        assertThat(link).hasAttribute("aria-current", "page");
    }

    @Test
    void theCardOfAPatientLeadsHere() {
        var ward = "table-" + UUID.randomUUID().toString().substring(0, 6);
        var patient = TestPatient.admit(ward, "1", "Rosalyn Yalow");
        patient.observe("vital-signs", Duration.ofHours(2), Map.of("temperature", 39, "systolic", 120, "spo2", 97));
        page.navigate(patient.page(""));

        page.locator("#protocol").getByText("All rows of your protocol").click();

        page.waitForURL("**/protocol");
        assertThat(rows()).hasCount(5);
    }
}
