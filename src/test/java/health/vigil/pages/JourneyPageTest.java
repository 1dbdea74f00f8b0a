package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import health.vigil.ServiceTest;
import health.vigil.patient.journey.WaitingPatient;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// The page of a journey before the infusion.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class JourneyPageTest {
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    /// Signs in as somebody else.
    private void become(String role) {
        page.context().close();
        page = TestBrowser.signedIn(role);
    }

    private void open(WaitingPatient patient) {
        page.navigate(patient.page());
        assertThat(page.locator("#who h1")).hasText("Ada Ward");
    }

    private Locator form(String label) {
        return page.locator("form[aria-label='" + label + "']");
    }

    private Locator item(String id) {
        return page.locator("[data-item=" + id + "]");
    }

    private void unfold(Locator in, String title) {
        in.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + title)))
                .click();
    }

    private static void press(Locator in, String name) {
        in.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /// The bag begins to run now, on the hospital's clock.
    private static void fillBag(Locator form, int number, String bag) {
        form.locator("[name='bags[" + number + "].bagId']").fill(bag);
        form.locator("[name='bags[" + number + "].startedAt']")
                .fill(LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
    }

    private Locator infusion(String bag) {
        unfold(page.locator("#infusion"), "Record the infusion");
        var form = form("Infusion");
        fillBag(form, 0, bag);
        form.locator("[name=bed]").fill("12");
        form.getByLabel("None").check();
        return form;
    }

    @Test
    void aStopIsShownWithItsReasonAndTheInfusionIsRefused() {
        var patient = WaitingPatient.ready();
        patient.custody("stored", Duration.ofDays(1), "Ward freezer", "").statusCode(201);

        open(patient);

        assertThat(page.locator("#checks [data-check=J-3]")).containsText("STOP");
        assertThat(page.locator("#checks [data-check=J-3]")).containsText("is at Ward freezer");
        assertThat(page.locator("#who .stop-link")).hasText("STOP: J-3 custody without a gap");
        assertThat(page.locator("#refusal")).containsText("The infusion cannot be recorded now");
        assertThat(page.locator("#refusal li").first()).containsText("STOP: J-3 custody without a gap");
        var form = infusion("B-1");
        press(form, "Record the infusion and begin the monitoring");
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("The infusion is not recorded: J-3 custody");
        Accessibility.assertNothingFound(page);
        assertThat(patient.read().getString("row.state")).isEqualTo("ready");
        assertThat(patient.read().getList("infusions")).isEmpty();
    }

    @Test
    void aBagOfAnotherLotIsRefused() {
        var patient = WaitingPatient.ready();
        open(patient);
        assertThat(page.locator("#refusal")).containsText("Nothing stops the infusion now");

        var form = infusion("B-9");
        press(form, "Record the infusion and begin the monitoring");

        assertThat(form.getByRole(AriaRole.ALERT)).containsText("bag B-9 is not in the lot");
        assertThat(patient.read().getString("row.state")).isEqualTo("ready");
    }

    @Test
    void anInfusionIsRecordedWithItsSignaturesAndOpensTheEpisode() {
        var patient = WaitingPatient.ready();
        open(patient);

        var form = infusion("B-1");
        press(form, "Another bag");
        fillBag(form, 1, "B-2");
        press(form, "Another drug");
        form.locator("[name='dose.value']").fill("200");
        form.locator("[name='baseline.ice']").fill("10");
        press(form, "Record the infusion and begin the monitoring");

        var record = page.locator("#infusions");
        assertThat(record).containsText("Bag B-2");
        assertThat(record).containsText("200 × 10⁶ cells");
        assertThat(record).containsText(Pattern.compile("Signatures\\s*nurse, physician"));
        assertThat(record).containsText("Paracetamol can hide the first fever");
        assertThat(page.locator("#infusion")).isEmpty();
        assertThat(page.locator("#bedside")).isEmpty();
        assertThat(patient.read().getString("row.state")).isEqualTo("infused");
        record.getByRole(AriaRole.LINK).click();
        page.waitForURL("**/patients/" + patient.patientId);
        assertThat(page.locator("#journey [data-station=lymphodepletion]")).isVisible();
        assertThat(page.locator("#journey [data-station=infusion]")).containsText("Since");
        page.locator("#journey").getByRole(AriaRole.LINK).click();
        page.waitForURL("**" + patient.page());
    }

    @Test
    void aPatientWithoutAJourneyHasTheStationsOfTheAdmission() {
        var patient = TestPatient.admit("no-journey", "1", "Nora Journey");

        page.navigate(patient.page(""));

        assertThat(page.locator("#journey")).containsText("Infusion of axicabtagene ciloleucel");
        assertThat(page.locator("#journey a")).hasCount(0);
    }

    @Test
    void aPhysiciansOverrideIsShownForEver() {
        var patient = WaitingPatient.ready();
        patient.answer("tocilizumab", Map.of("answer", "yes", "count", 1)).statusCode(201);
        become("physician");
        open(patient);
        var tocilizumab = item("tocilizumab");
        assertThat(tocilizumab).containsText("1 of at least 2");
        assertThat(page.locator("#readiness-state")).containsText("Not complete");

        unfold(tocilizumab, "Override");
        tocilizumab.locator("[name=reason]").fill("second dose in pharmacy, 20 min");
        press(tocilizumab, "Go on without it");

        assertThat(tocilizumab).containsText("Override: “second dose in pharmacy, 20 min”, physician");
        assertThat(page.locator("#readiness-state")).containsText("Complete, with a physician’s override");
        patient.answer("tocilizumab", Map.of("answer", "yes", "count", 2)).statusCode(201);
        assertThat(tocilizumab).not().containsText("Override: “");
        assertThat(page.locator("#overrides")).containsText("“second dose in pharmacy, 20 min”, physician");
    }

    @Test
    void whatTheServiceWouldRefuseIsNotOffered() {
        var patient = WaitingPatient.ready();

        open(patient);
        assertThat(form("Identity at the bed")).isAttached();
        assertThat(form("Infusion")).isAttached();
        assertThat(page.locator("form[aria-label^='Answer to']")).hasCount(15);
        assertThat(page.locator("form[aria-label^='Override of']")).hasCount(0);
        assertThat(page.locator("[name='outOfSpecification.decision']")).hasCount(0);
        assertThat(page.locator("[name=to] option[value=infused]")).hasCount(0);

        become("coordinator");
        open(patient);
        assertThat(form("Event of the custody")).isAttached();
        assertThat(form("Hold")).isAttached();
        assertThat(form("Identity at the bed")).hasCount(0);
        assertThat(form("Infusion")).hasCount(0);
        assertThat(page.locator("form[aria-label^='Override of']")).hasCount(0);
        assertThat(page.locator("[name='outOfSpecification.decision']")).hasCount(0);

        become("physician");
        open(patient);
        assertThat(page.locator("[name='outOfSpecification.decision']")).hasCount(1);
        assertThat(page.locator("form[aria-label^='Override of']")).hasCount(15);
    }

    @Test
    void twoUsersConfirmTheIdentityAtTheBed() {
        var patient = WaitingPatient.referred();
        for (var role : new String[] {"nurse", "physician"}) {
            become(role);
            open(patient);
            unfold(page.locator("#bedside"), "Enter what you read");
            var form = form("Identity at the bed");
            form.locator("[name=coiId]").fill(patient.coiId);
            form.locator("[name=patientId]").fill(patient.patientId);
            press(form, "Record my reading");
            assertThat(form.locator(".problem")).containsText("give a second identifier");
            form.locator("[name=birthDate]").fill("1961-05-17");
            press(form, "Record my reading");
            assertThat(page.locator("#readings")).containsText(role + " read COI " + patient.coiId);
        }

        assertThat(page.locator("#checks [data-check=J-1]")).containsText("Green");
        assertThat(page.locator("#checks [data-check=J-1]")).containsText("nurse and physician");
    }

    @Test
    void anEventOfTheCustodyIsEnteredAndCorrected() {
        var patient = WaitingPatient.referred();
        become("coordinator");
        open(patient);
        unfold(page.locator("#custody-form"), "Enter an event");
        var form = form("Event of the custody");

        form.locator("[name=what]").selectOption("released-to-courier");
        form.locator("[name=place]").fill("Apheresis unit");
        form.locator("[name=to]").fill("Plant");
        form.locator("[name=temperatureInRange][value=false]").check();
        press(form, "Record the event");
        var events = page.locator("#custody tbody tr");
        assertThat(events).hasCount(1);
        assertThat(events).containsText("Released to courier");
        assertThat(events).containsText("Temperature out of range");
        assertThat(form.locator("[name=place]")).hasValue("Plant");

        events.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(":focus")).hasAttribute("name", "reason");
        form.locator("[name=temperatureInRange][value=true]").check();
        form.locator("[name=reason]").fill("wrong box ticked");
        press(form, "Record the event");

        assertThat(events).containsText("Released to courier (corrected)");
        assertThat(events).hasCount(1);
        assertThat(page.locator("#history")).containsText("Reason: wrong box ticked");
        assertThat(form.locator("[name=corrects]")).hasCount(0);
    }

    @Test
    void onlyWhatWasChangedIsSentAndAChangedOutcomeNeedsAReason() {
        var patient = WaitingPatient.referred();
        var released = patient.read().getString("facts.manufacturing.releaseAt");
        become("coordinator");
        open(patient);
        var group = page.locator(".fact-group").filter(new Locator.FilterOptions().setHas(form("Manufacturing")));
        unfold(group, "Change");

        group.locator("[name='manufacturing.outcome']").selectOption("failed");
        press(group, "Save");
        assertThat(group.locator("label:has([name=reason]) .problem")).containsText("It is missing");
        group.locator("[name=reason]").fill("sterility test");
        press(group, "Save");

        assertThat(group.locator("[data-fact='manufacturing.outcome']")).hasText("Failed");
        assertThat(page.locator("#checks [data-check=J-4]")).containsText("STOP");
        assertThat(patient.read().getString("facts.manufacturing.releaseAt")).isEqualTo(released);
    }

    @Test
    void anEmptiedFieldRemovesItsValueAndAHalfWrittenOneStays() {
        var patient = WaitingPatient.referred();
        become("coordinator");
        open(patient);
        var group = page.locator(".fact-group").filter(new Locator.FilterOptions().setHas(form("Lymphodepletion")));
        unfold(group, "Change");
        group.locator("[name='lymphodepletion.to']").fill("");
        press(group, "Save");
        assertThat(group.locator("[data-fact='lymphodepletion.to']")).hasCount(0);
        assertThat(group.locator("[data-fact='lymphodepletion.from']")).hasCount(1);

        group.locator("[name='lymphodepletion.deviations']").fill("half");
        patient.patch(Map.of("facts", Map.of("lymphodepletion", Map.of("regimen", "Flu/Cy"))))
                .statusCode(200);

        assertThat(group.locator("[data-fact='lymphodepletion.regimen']")).hasText("Flu/Cy");
        assertThat(group.locator("[name='lymphodepletion.deviations']")).hasValue("half");
        press(group, "Save");
        assertThat(group.locator("[data-fact='lymphodepletion.deviations']")).hasText("half");
        assertThat(group.locator("[data-fact='lymphodepletion.regimen']")).hasText("Flu/Cy");
    }

    @Test
    void aJourneyIsHeldGoesOnAndIsCancelled() {
        var patient = WaitingPatient.referred();
        become("coordinator");
        open(patient);
        unfold(page.locator("#steps"), "Put on hold");
        form("Hold").locator("[name=reason]").fill("fever since Tuesday");
        form("Hold").locator("[name=reviewAt]").fill("2099-01-01T08:00");
        press(form("Hold"), "Put on hold");
        assertThat(page.locator("#who")).containsText("fever since Tuesday");
        assertThat(page.locator("#states li").last()).containsText("Review: 1 Jan 2099, 08:00");

        unfold(page.locator("#steps"), "Take the next step");
        form("Next state").locator("[name=to]").selectOption("delivered");
        press(form("Next state"), "Take the step");
        assertThat(form("Next state").getByRole(AriaRole.ALERT)).containsText("delivered needs received by hospital");
        form("Next state").locator("[name=to]").selectOption("accepted");
        press(form("Next state"), "Take the step");
        assertThat(page.locator("#states li").last()).containsText("Accepted");

        unfold(page.locator("#steps"), "Cancel the journey");
        form("Cancellation").locator("[name=cause]").selectOption("progression");
        press(form("Cancellation"), "Cancel the journey");
        assertThat(page.locator("#states li").last()).containsText("Cause: progression");
        assertThat(form("Next state").locator("[name=to] option")).hasCount(2);
        assertThat(form("Hold")).hasCount(0);
    }

    @Test
    void theKeyboardAloneAnswersAnItem() {
        var patient = WaitingPatient.referred();
        open(patient);
        var rescue = item("rescue");
        assertThat(rescue).containsText("Not answered");

        rescue.locator("summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("anakinra on the ward");
        page.keyboard().press("Enter");

        assertThat(rescue).containsText("Met");
        assertThat(rescue).containsText("anakinra on the ward");
        assertThat(page.locator(":focus")).containsText("Answer");
    }

    @Test
    void theLineHasPlannedAndRealDatesAlsoOnPaper() {
        var patient = WaitingPatient.ready();
        open(patient);

        assertThat(page.locator("[data-station=release]")).containsText("Planned");
        assertThat(page.locator("[data-station=release]")).containsText("On ");
        assertThat(page.locator("[data-station=infusion]")).containsText("No date yet");
        assertThat(page.locator("[data-interval=apheresis-to-release]")).containsText("22.0 d");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("[data-station=release]")).isVisible();
        assertThat(page.locator("#frame")).isHidden();
        assertThat(page.locator("#custody-form")).isHidden();
        assertThat(item("rescue").locator("summary")).isHidden();
    }

    @Test
    void everyFormCanBeUsedByEverybody() {
        become("physician");
        open(WaitingPatient.ready());

        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");

        Accessibility.assertNothingFound(page);
    }

    @Test
    void aJourneyThatIsNotThereIsNotAnEmptyPage() {
        page.navigate("/journeys/00000000-0000-0000-0000-000000000000");

        assertThat(page.locator("#failure")).containsText("There is nothing at this address");
    }
}
