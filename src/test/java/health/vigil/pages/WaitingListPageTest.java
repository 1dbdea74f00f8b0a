package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import health.vigil.api.AdmittedPatient;
import health.vigil.patient.journey.WaitingPatient;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// The waiting list of coordinators. It shows the journeys of other tests, too.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class WaitingListPageTest {
    private static final String JOURNEYS_SHOWN = "rows => rows.map(row => row.dataset.journey)";

    @Inject
    DataSource database;

    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("coordinator");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private Locator row(WaitingPatient patient) {
        return page.locator("[data-journey='" + patient.journey() + "']");
    }

    /// A referral has no date.
    @Test
    void theSoonestNextStepIsAtTheTopAndAStateIsFiltered() {
        var later = WaitingPatient.referred();
        var sooner = WaitingPatient.referred();
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        sooner.patch(Map.of("facts", Map.of("apheresis", Map.of("plannedAt", tomorrow))))
                .statusCode(200);
        sooner.step("collection-planned", Map.of()).statusCode(200);

        page.navigate("/waiting");
        assertThat(row(later)).isVisible();
        assertThat(row(sooner)).containsText("Collect the cells");
        var shown = (List<?>) page.locator("#journeys > li").evaluateAll(JOURNEYS_SHOWN);
        assertThat(shown.indexOf(sooner.journey())).isBetween(0, shown.indexOf(later.journey()));
        page.getByLabel("State").selectOption("collection-planned");

        assertThat(row(later)).hasCount(0);
        assertThat(row(sooner)).isVisible();
        page.reload();
        assertThat(row(sooner)).isVisible();
        assertThat(row(later)).hasCount(0);
    }

    @Test
    void aRowSaysWhoseMoveItIsAndWhatIsLate() {
        var patient = WaitingPatient.referred();
        patient.patch(Map.of(
                        "facts",
                        Map.of(
                                "apheresis",
                                Map.of(
                                        "plannedAt",
                                        Instant.now().minus(Duration.ofDays(2)).toString()),
                                "waiting",
                                Map.of("diseaseControl", "progressing"),
                                "bridging",
                                Map.of("regimen", "pola-BR"))))
                .statusCode(200);
        patient.step("collection-planned", Map.of()).statusCode(200);

        page.navigate("/waiting");

        assertThat(row(patient)).containsText("Late by 2.0 d");
        assertThat(row(patient)).containsText("Whose move: collection centre");
        assertThat(row(patient)).containsText("pola-BR");
        assertThat(row(patient)).containsText("Progressing");
        assertThat(row(patient)).containsText(Pattern.compile("J-1 open"));
    }

    @Test
    void aHoldIsShownWithItsReasonAndAStopInFull() {
        var held = WaitingPatient.referred();
        held.step("on-hold", Map.of("reason", "fever since Tuesday", "reviewAt", "2099-01-01T00:00:00Z"))
                .statusCode(200);
        var stopped = WaitingPatient.referred();
        stopped.custody("collected", Duration.ofDays(35), "Apheresis unit", "Plant")
                .statusCode(201);
        stopped.custody("received-by-manufacturer", Duration.ofDays(34), "Other plant", "")
                .statusCode(201);

        page.navigate("/waiting");

        assertThat(row(held)).containsText("Hold: fever since Tuesday");
        var stop = row(stopped).locator("[data-check=J-3]");
        assertThat(stop).containsText("STOP");
        assertThat(stop).containsText("is at Other plant");
        assertThat(page.locator("#as-of")).containsText("with a stop");
        Accessibility.assertNothingFound(page);
    }

    @Test
    void aJourneyIsBegunAndAMistakeIsToldBesideItsField() {
        var patientId = "pg-" + UUID.randomUUID();
        page.navigate("/waiting");
        page.getByText("Begin a journey for a referred patient").click();
        var form = page.locator("form[aria-label='New journey']");
        form.locator("[name=patientId]").fill(patientId);
        form.locator("[name=name]").fill("Barbara Liskov");
        form.locator("[name=birthDate]").fill("1961-13");
        form.locator("[name=product]").fill("tisagenlecleucel");
        form.locator("[name=ward]").fill("pages-" + patientId);
        press(form, "Begin");
        assertThat(form.locator("label:has([name=birthDate]) .problem")).containsText("It must be a date");
        assertThat(page.locator(":focus")).hasAttribute("name", "birthDate");
        Accessibility.assertNothingFound(page);

        form.locator("[name=birthDate]").fill("1961-12");
        press(form, "Begin");

        assertThat(form.locator(".problem")).hasCount(0);
        form.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open it"))
                .click();
        assertThat(page.locator("#who h1")).hasText("Barbara Liskov");
        assertThat(as("coordinator")
                        .get("/v1/journeys?patientId=" + patientId)
                        .jsonPath()
                        .getList("items.coordinator"))
                .isEqualTo(List.of(Account.of("coordinator").username()));
    }

    @Test
    void whoMayNotReadTheBoardBeginsWithTheWaitingList() {
        page.navigate("/");

        page.waitForURL("**/waiting");
        assertThat(page.locator("#frame nav a")).hasText(new String[] {"Waiting list", "Protocol"});
        assertThat(page.locator("#frame .brand")).hasAttribute("href", "/waiting");
        assertThat(page.locator("#sound")).hasCount(0);
    }

    @Test
    void theStaffAtTheBedHasTheListBesideTheBoard() {
        var patient = WaitingPatient.referred();
        var nurse = TestBrowser.signedIn("nurse");

        nurse.navigate("/");
        nurse.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Waiting list"))
                .click();

        assertThat(nurse.locator("[data-journey='" + patient.journey() + "']")).isVisible();
        nurse.context().close();
    }

    /// Its row and the page of the patient say so.
    @Test
    void aJourneyThatCannotBeReadIsShown() throws SQLException {
        var patient = WaitingPatient.referred();
        var entry = UUID.randomUUID();
        AdmittedPatient.admit(AdmittedPatient.form(
                patient.patientId, "ward-" + UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        run("insert into journey_entry (id, journey_id, kind, effective_at, recorded_at, recorded_by, content)"
                + " values ('" + entry + "', '" + patient.journey() + "', 'readiness', now(), now(), 'test', '{}')");
        try {
            page.navigate("/waiting");

            assertThat(row(patient)).containsText(patient.patientId);
            assertThat(row(patient)).containsText("Cannot be read: entry " + entry);
            assertThat(page.locator("#as-of")).containsText("that cannot be read");
            Accessibility.assertNothingFound(page);
            var nurse = TestBrowser.signedIn("nurse");
            nurse.navigate("/patients/" + patient.patientId);
            assertThat(nurse.locator("#journey")).containsText("cannot be read: entry " + entry);
            nurse.context().close();
        } finally {
            run("delete from journey_entry where id = '" + entry + "'");
        }
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    @Test
    void whoMayNotReadItIsTold() {
        var dashboard = TestBrowser.signedIn("dashboard");

        dashboard.navigate("/waiting");

        assertThat(dashboard.locator("#failure")).hasText("Your account may not see this.");
        assertThat(dashboard.locator("#frame nav")).not().containsText("Waiting list");
        assertThat(dashboard.locator("#new-section")).isHidden();
        dashboard.context().close();
    }

    @Test
    void theKeyboardAloneLeadsFromTheListToAJourney() {
        WaitingPatient.referred();
        page.navigate("/waiting");
        assertThat(page.locator("#journeys > li").first()).isVisible();

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasAttribute("id", "state");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.waitForURL("**/journeys/*");
        assertThat(page.locator("#line .stations li")).hasCount(9);
    }

    private static void press(Locator in, String name) {
        in.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
