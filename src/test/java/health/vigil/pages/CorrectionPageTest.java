package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.Eventually;
import health.vigil.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// A mistake is put right on the patient's page, and each correction tells its consequence before it is saved.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class CorrectionPageTest {
    private final String ward = "correct-" + UUID.randomUUID().toString().substring(0, 6);
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
    void anOwnEntryIsReplacedInOneStepAndKeepsItsTime() {
        var patient = TestPatient.admit(ward, "1", "Ignaz Semmelweis");
        patient.isWell();
        var at = Instant.now().minus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.MILLIS);
        var wrong = enterAsNurse(patient, at, Map.of("kind", "vital-signs", "temperature", 39.8, "systolic", 82));
        page.navigate(patient.page(""));

        entry(wrong).getByText("Withdraw and enter anew").click();
        assertThat(page.getByText("Instead of: T 39.8 °C, SBP 82 mmHg")).isVisible();
        assertThat(page.getByLabel("Systolic, mmHg")).hasValue("82");
        page.getByLabel("Temperature, °C").fill("36,8");
        page.getByLabel("Systolic, mmHg").fill("128");
        assertThat(page.locator("#echo")).containsText("To be saved: T 36.8 °C, SBP 128 mmHg, ");
        assertThat(page.locator("#consequence-anew")).containsText("CRS is graded again from ");
        Accessibility.assertNothingFound(page);
        saveAnew();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("CRS before\\s*2"));
        assertThat(page.locator("#outcome")).containsText(Pattern.compile("CRS now\\s*0"));
        var signs = observations(patient, "vital-signs");
        assertThat(signs.getString("items.find { it.id == '" + wrong + "' }.retractedAt"))
                .isNotNull();
        assertThat(Instant.parse(signs.getString("items.find { it.systolic == 128 }.effectiveAt")))
                .isEqualTo(at);
        assertThat(page.getByText("Instead of:")).hasCount(0);
    }

    /// The new entry is applied before the old one is withdrawn.
    @Test
    void anEntryOfSomebodyElseIsNeverMissing() {
        var patient = TestPatient.admit(ward, "2", "Florence Nightingale");
        patient.observe("vital-signs", Duration.ofMinutes(9), Map.of("temperature", 38.6, "spo2", 93));
        patient.observe(
                "oxygen-therapy",
                Duration.ofMinutes(5),
                Map.of("device", "nasal-cannula", "flow", 25, "reason", "hypoxia"));
        page.navigate(patient.page(""));

        page.locator("#done li")
                .filter(new Locator.FilterOptions().setHasText("Nasal cannula, 25 L/min"))
                .getByText("Withdraw and enter anew")
                .click();
        assertThat(page.locator("[name=device]")).hasValue("nasal-cannula");
        assertThat(page.locator("[name=reason][value=hypoxia]")).isChecked();
        page.getByLabel("Flow, L/min").fill("2.5");
        saveAnew();

        assertThat(page.locator("#outcome")).containsText(Pattern.compile("CRS now\\s*2"));
        var oxygen = observations(patient, "oxygen-therapy");
        assertThat(Instant.parse(oxygen.getString("items.find { it.flow == 25 }.retractedAt")))
                .isAfterOrEqualTo(Instant.parse(oxygen.getString("items.find { it.flow == 2.5 }.receivedAt")));
    }

    /// The link names the entry alone, and the page names the patient.
    @Test
    void anEntryOfAnotherPatientIsNotEnteredAnewHere() {
        var whose = TestPatient.admit(ward, "11", "Clara Barton");
        var wrong = enterAsNurse(whose, Instant.now(), Map.of("kind", "vital-signs", "temperature", 39.7));
        var sender = observations(whose, "vital-signs").getString("items[0].sender");
        var other = TestPatient.admit(ward, "12", "Mary Seacole");

        page.navigate(other.page("/check") + "?anew=" + wrong + "&sender=" + sender + "#vitals");

        assertThat(page.locator("#saved")).containsText("is of another patient, " + whose.id());
        assertThat(page.getByLabel("Temperature, °C")).hasValue("");
        assertThat(page.getByText("Instead of:")).hasCount(0);
    }

    /// The service knows nothing of a correction that has not reached it.
    @Test
    void anEntryIsNotReplacedTwiceWhileItsCorrectionWaits() {
        var patient = TestPatient.admit(ward, "13", "Dorothea Dix");
        var wrong = enterAsNurse(patient, Instant.now(), Map.of("kind", "vital-signs", "temperature", 39.6));
        page.navigate(patient.page(""));
        page.route("**/v1/observations", route -> route.abort());
        entry(wrong).getByText("Withdraw and enter anew").click();
        page.getByLabel("Temperature, °C").fill("36.9");
        var again = page.url();
        saveAnew();
        assertThat(page.locator("#waiting")).containsText("Not sent yet: T 36.9 °C");

        page.navigate(again);

        assertThat(page.locator("#saved")).containsText("a correction of the old entry waits in this browser already");
        assertThat(page.getByText("Instead of:")).hasCount(0);
    }

    @Test
    void whoseOldEntryCouldNotBeWithdrawnIsToldThatBothCount() {
        var patient = TestPatient.admit(ward, "14", "Linda Richards");
        patient.observe("fluid-bolus", Duration.ofMinutes(5), Map.of("volume", 1500, "reason", "hypotension"));
        page.navigate(patient.page(""));
        page.route("**/v1/observations", route -> {
            if (route.request().postData().contains("retraction")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("application/problem+json")
                        .setBody("{\"title\": \"Not yours\"}"));
            } else {
                route.resume();
            }
        });

        done("Fluid bolus 1500 mL").getByText("Withdraw and enter anew").click();
        page.getByLabel("Volume, mL").fill("500");
        saveAnew();

        assertThat(page.locator("#waiting")).containsText("Not accepted: Withdrawn an entry");
        assertThat(page.locator("#waiting")).containsText("BOTH the old and the new entry count");
        page.getByText("To “Who did what”").click();
        assertThat(done("Fluid bolus 1500 mL").getByText("Withdraw …")).isVisible();
    }

    @Test
    void aNeuroCheckComesBackItemByItemAndWhatIsMissingIsTold() {
        var patient = TestPatient.admit(ward, "3", "Alois Alzheimer");
        patient.observe(
                "neuro-check",
                Duration.ofMinutes(50),
                Map.of(
                        "consciousness",
                        "awake",
                        "ice",
                        Map.of("orientation", 4, "naming", 3, "commands", 1, "writing", 0, "attention", 0)));
        patient.observe("neuro-check", Duration.ofMinutes(40), Map.of("consciousness", "awake", "ice", 7));
        page.navigate(patient.page(""));

        done("ICE 7 of 10").getByText("Withdraw and enter anew").click();
        assertThat(page.getByText("Not taken over, enter it again: ICE 7.")).isVisible();
        page.goBack();
        done("ICE 8 of 10").getByText("Withdraw and enter anew").click();
        assertThat(page.locator("[name='ice.orientation'][value='4']")).isChecked();
        assertThat(page.locator("[name='ice.writing'][value='0']")).isChecked();
        page.locator("[name='ice.writing'][value='1']").check();

        assertThat(page.locator("#consequence-anew")).containsText("ICANS is graded again from ");
        page.getByText("Leave the old entry as it is").click();
        assertThat(page.locator("#consequence-anew")).hasCount(0);
        assertThat(page.locator("[name='ice.writing'][value='1']")).not().isChecked();
    }

    @Test
    void aRateComesBackInItsUnitAndAWithdrawalTellsItsConsequence() {
        var patient = TestPatient.admit(ward, "4", "Otto Loewi");
        patient.observe(
                "vasopressor",
                Duration.ofMinutes(30),
                Map.of("agent", "vasopressin", "action", "started", "rate", Map.of("value", 2.4, "unit", "U/h")));
        page.navigate(patient.page(""));
        var entry = done("Vasopressin, started");

        entry.getByText("Withdraw …").click();
        assertThat(entry).containsText("it counts no more. CRS is graded again from ");
        entry.getByText("Withdraw and enter anew").click();

        assertThat(page.locator("[name=rate]")).hasValue("2.4");
        assertThat(page.locator("[name=rateUnit]")).hasValue("U/h");
        assertThat(page.locator("#echo")).containsText("Vasopressin, started, 2.4 U/h");
    }

    @Test
    void aMonitorIsMovedToTheBedWhereItHangs() {
        var here = TestPatient.admit(ward, "5", "Willem Einthoven");
        var there = TestPatient.admit(ward, "6", "Norman Holter");
        var device = here.id() + "-monitor";
        as("nurse")
                .body(Map.of(
                        "patientId",
                        here.id(),
                        "from",
                        Instant.now().minusSeconds(3600).toString()))
                .put("/v1/devices/" + device + "/binding")
                .then()
                .statusCode(200);
        here.observe("vital-signs", Duration.ofMinutes(30), Map.of("deviceId", device, "temperature", 39.1));
        page.navigate(here.page(""));
        open("A monitor hangs at another bed");

        var form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(device + " hangs at another bed"));
        assertThat(form).containsText("Bound to this patient since");
        form.getByLabel("This monitor hangs").selectOption(there.id());
        var since = form.getByLabel("Since when, not before");
        assertThat(since).hasValue("");
        assertThat(form.getByText("Move it")).isDisabled();
        since.fill(since.getAttribute("min"));
        assertThat(form.locator(".consequence")).containsText("1 reading of " + device + " since ");
        assertThat(form.locator(".consequence")).containsText("withdrawn from Willem Einthoven, and applied to Bed 6");
        Accessibility.assertNothingFound(page);
        here.observe("vital-signs", Duration.ofMinutes(20), Map.of("deviceId", device, "temperature", 38.7));
        form.getByText("Move it").click();
        assertThat(page.locator("#corrected")).containsText("Not saved: what this would change is not what was told");
        assertThat(form.locator(".consequence")).containsText("2 readings of " + device + " since ");
        form.getByText("Move it").click();

        assertThat(page.locator("#corrected")).containsText(device + " is bound to Bed 6");
        Eventually.await()
                .untilAsserted(
                        () -> assertThat(observations(there, "vital-signs").getList("items.temperature"))
                                .hasSize(2));
        assertThat(page.locator("#monitors")).containsText("No device is bound to this patient.");
    }

    @Test
    void aStopThatWasWrongIsWithdrawnAndOneThatIsMissingIsEntered() {
        var patient = TestPatient.admit(ward, "7", "Ulf von Euler");
        patient.observe("vital-signs", Duration.ofMinutes(50), Map.of("temperature", 38.9, "systolic", 84));
        patient.observe("vasopressor", Duration.ofMinutes(40), Map.of("agent", "norepinephrine", "action", "started"));
        patient.observe("vasopressor", Duration.ofMinutes(20), Map.of("agent", "norepinephrine", "action", "stopped"));
        page.navigate(patient.page(""));
        open("A vasopressor runs, or was stopped");
        var infusions = page.locator("#infusions");
        assertThat(infusions).containsText("No vasopressor is charted as running.");

        infusions.getByText("It was not stopped: withdraw this …").click();
        assertThat(infusions).containsText("CRS is graded again from ");
        infusions.getByLabel("Why it is withdrawn").fill("another patient's pump");
        infusions.getByText("Withdraw this entry").click();

        assertThat(page.locator("#who")).containsText("Norepinephrine");
        assertThat(infusions).containsText("Norepinephrine runs since");
        infusions.getByText("It was stopped …").click();
        assertThat(page.locator("[name=action][value=stopped]")).isChecked();
        assertThat(page.locator("[name=agent]")).hasValue("norepinephrine");
        page.getByLabel("When").fill("2026-01-01T08:00");
        assertThat(page.locator("#regraded")).containsText("CRS is graded again from 1 Jan, 08:00 on.");
    }

    @Test
    void theAdmissionIsCorrectedFromThePageWithItsConsequence() {
        var patient = TestPatient.admit(ward, "8", "Abraham Jacobi");
        page.navigate(patient.page(""));
        open("The admission");
        page.getByText("Correct the admission").click();

        page.locator("#changes [name=birthDate]").fill("2019");
        assertThat(page.locator("#changes .consequence"))
                .containsText("Date of birth: 2019 instead of 1961-04-02. CRS and ICANS are graded again from ");
        assertThat(page.locator("#changes .consequence"))
                .containsText("The tool of the neuro checks is then CAPD, and not ICE.");
        page.locator("#changes [name=reason]").fill("Another patient's date");
        page.locator("#changes").getByText("Save").click();

        assertThat(page.locator("#result")).hasText("Saved.");
    }

    @Test
    void twoNumbersAreJoinedAndAreApartAgain() {
        var stands = TestPatient.admit(ward, "9", "Lillian Gilbreth");
        var other = TestPatient.admit(ward, "10", "Lillian Moller");
        var episode = as("nurse").get("/v1/patients/" + other.id() + "/grade").<String>path("episodeId");
        as("nurse")
                .body(Map.of("at", Instant.now().toString(), "note", "the same patient"))
                .post("/v1/episodes/" + episode + "/discharge")
                .then()
                .statusCode(200);
        page.navigate(stands.page(""));
        open("The number of the patient");
        assertThat(page.locator("#numbers")).containsText("Numbers of this patient: " + stands.id() + ".");

        var unread = "**/v1/patients/" + other.id() + "/grade";
        page.route(unread, Route::abort);
        page.getByLabel("The other number").fill(other.id());
        page.getByLabel("How you know").fill("Same passport");
        assertThat(page.locator("#numbers .consequence").last()).containsText("What this would change cannot be told");
        assertThat(page.getByText("Join the numbers")).isDisabled();
        page.unroute(unread);
        page.locator("#numbers").getByText("Try again").click();
        assertThat(page.locator("#numbers .consequence").last())
                .containsText(other.id() + " is Lillian Moller, born 2 April 1961, bed 10 (" + ward + "), stay ended ");
        assertThat(page.locator("#numbers .consequence").last())
                .containsText("All records of " + other.id() + " are read as those of " + stands.id());
        page.getByText("Join the numbers").click();
        assertThat(page.locator("#corrected")).containsText("are one patient.");
        assertThat(page.locator("#numbers")).containsText(other.id() + " is read as " + stands.id());
        page.getByLabel("Why they are two patients").fill("Sisters");
        assertThat(page.locator("#numbers .consequence").first())
                .containsText(other.id() + " is Lillian Moller, born 2 April 1961");
        assertThat(page.locator("#numbers .consequence").first()).containsText("belong to " + other.id() + " again.");
        page.getByText("Undo the merge").click();

        assertThat(page.locator("#corrected")).containsText("are two patients again.");
        assertThat(page.locator("#numbers")).containsText("undone");
    }

    private void open(String part) {
        page.getByText(part, new Page.GetByTextOptions().setExact(true)).click();
    }

    private Locator entry(String id) {
        return page.locator("#done [data-observation='" + id + "']");
    }

    private Locator done(String text) {
        return page.locator("#done li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private void saveAnew() {
        page.getByText("Withdraw the old entry and save this one").click();
    }

    /// As on a page, by the user of the page.
    private static String enterAsNurse(TestPatient patient, Instant at, Map<String, Object> fields) {
        var id = "page-" + UUID.randomUUID();
        var body = new HashMap<>(fields);
        body.putAll(Map.of("id", id, "patientId", patient.id(), "effectiveAt", at.toString()));
        as("nurse").body(body).post("/v1/observations").then().statusCode(202);
        Eventually.await().until(() -> as("nurse").get("/v1/observations/" + id).statusCode() == 200);
        return id;
    }

    private static JsonPath observations(TestPatient patient, String kind) {
        return as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=" + kind)
                .jsonPath();
    }
}
