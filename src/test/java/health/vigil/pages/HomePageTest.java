package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import health.vigil.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.Eventually.await;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// The page for patients and caregivers.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class HomePageTest {
    private static final List<String> SIGNS = List.of("confusion", "speech", "writing", "shaking", "drowsiness");
    private static final String SAVED = "Saved. The centre has it.";
    private static final String CALL_NOW = "Call now: 030 450 50";

    /// The centre of the tests has no number, so the page gets one.
    private static final String NUMBER = """
        const asked = window.fetch;
        window.fetch = async (...call) => {
            const answer = await asked(...call);
            if (call[0] !== '/v1/home' || !answer.ok) return answer;
            const told = await answer.json();
            told.centre.phone = '030 450 50';
            return new Response(JSON.stringify(told), { status: answer.status });
        };
        """;

    /// The texts of each language by their keys, and of a function the number of what it is given.
    private static final String WORDS = """
        async () => {
            const { WORDS } = await import('/assets/home/words.js');
            const flat = (words, path) => Object.entries(words).flatMap(([key, value]) =>
                typeof value === 'object'
                    ? flat(value, `${path}${key}.`)
                    : [[`${path}${key}`, typeof value === 'function' ? `takes ${value.length}` : value]]);
            return Object.values(WORDS).map(words => Object.fromEntries(flat(words, '')));
        }
        """;

    private static final String SMALL_TARGETS =
            "() => [...document.querySelectorAll('a, button, label:has(input), input:not(label input)')]"
                    + ".filter(one => one.offsetParent && !one.matches('.skip'))"
                    + ".filter(one => one.getBoundingClientRect().height < 56).map(one => one.outerHTML.slice(0, 80))";

    private final String ward = "at-home-" + UUID.randomUUID().toString().substring(0, 6);
    private TestPatient patient;
    private Account caregiver;
    private Page page;

    @BeforeEach
    void sendHome() {
        patient = TestPatient.admit(ward, "1", "Mary Seacole", Duration.ofDays(5));
        as("nurse")
                .body(Map.of("at", Instant.now().minus(Duration.ofDays(2)).toString(), "ward", ward))
                .post("/v1/episodes/" + episode() + "/outpatient")
                .then()
                .statusCode(200);
        caregiver = Account.atHome("caregiver", patient.id());
        page = signedIn(caregiver);
    }

    private String episode() {
        return as("nurse")
                .get("/v1/patients/" + patient.id() + "/grade")
                .jsonPath()
                .getString("episodeId");
    }

    private static Page signedIn(Account account) {
        var page = TestBrowser.signedIn(account);
        page.setViewportSize(390, 844);
        page.addInitScript(NUMBER);
        return page;
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void open() {
        page.navigate("/home");
        assertThat(page.locator("#due li").first()).isVisible();
    }

    private void answer(String sign, boolean seen) {
        page.locator("#answers [name=" + sign + "][value=" + seen + "]").check();
    }

    private void answerAllBut(String yes) {
        SIGNS.stream().filter(sign -> !sign.equals(yes)).forEach(sign -> answer(sign, false));
    }

    private void measure(String field, String text) {
        page.locator("#readings [name=" + field + "]").fill(text);
        page.locator("#readings [name=" + field + "]").blur();
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private JsonPath charted(String kind) {
        return as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=" + kind)
                .jsonPath();
    }

    @Test
    @SuppressWarnings("unchecked")
    void bothLanguagesSayEverything() {
        page.navigate("/home");

        var books = (List<Map<String, String>>) page.evaluate(WORDS);

        var english = books.getFirst();
        var german = books.getLast();
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            if (text.startsWith("takes ")) {
                assertThat(german.get(key)).as(key).isEqualTo(text);
            } else {
                assertThat(german.get(key)).as(key).isNotBlank().isNotEqualTo(text);
            }
        });
    }

    @Test
    void aYesSaysToCallAtOnceAndReachesTheChart() {
        open();
        assertThat(page.locator("#alarm")).isHidden();

        answer("speech", true);

        assertThat(page.locator("#alarm")).containsText(CALL_NOW);
        assertThat(page.locator("#alarm")).containsText("trouble with words");
        assertThat(page.locator("#alarm a")).hasAttribute("href", "tel:03045050");
        assertThat(page.locator("#call")).containsText(CALL_NOW);
        assertThat(page.locator("#call")).isInViewport();
        answerAllBut("speech");
        press("Save the answers");
        assertThat(page.locator("#sent")).containsText(SAVED);
        assertThat(page.locator("#alarm")).containsText(CALL_NOW);
        await().untilAsserted(() ->
                assertThat(charted("home-check").getList("items.speech")).containsExactly(true));
        assertThat(charted("home-check").getBoolean("items[0].confusion")).isFalse();
    }

    @Test
    void aYesThatIsTakenBackIsNoReasonToCall() {
        open();
        answer("shaking", true);
        assertThat(page.locator("#alarm")).isVisible();

        answer("shaking", false);

        assertThat(page.locator("#alarm")).isHidden();
        assertThat(page.locator("#call")).not().containsText("now");
    }

    @Test
    void whoHasCalledIsNotAskedAgainUntilThereIsAnotherReason() {
        open();
        answer("shaking", true);
        press("I have called");
        assertThat(page.locator("#alarm")).isHidden();

        answer("confusion", true);

        assertThat(page.locator("#alarm")).containsText("confused");
    }

    /// The usual systolic pressure of the patient is 125.
    @ParameterizedTest
    @CsvSource({"temperature, '37,9', '38,0'", "systolic, 116, 115", "spo2, 92, 91"})
    void aNumberBeyondTheLimitSaysToCallAndOneBeforeItDoesNot(String field, String before, String beyond) {
        open();

        measure(field, before);
        assertThat(page.locator(".echo")).containsText("To be saved");
        assertThat(page.locator("#alarm")).isHidden();
        measure(field, beyond);

        assertThat(page.locator("#alarm")).containsText(CALL_NOW);
    }

    @Test
    void withoutTheServiceItSaysToCallAndSendsTheEntryLater() {
        open();

        page.context().setOffline(true);
        measure("temperature", "38.5");
        press("Save the readings");
        assertThat(page.locator("#alarm")).containsText(CALL_NOW);
        assertThat(page.locator("#sent")).containsText("Not sent yet: keep this page open, or call.");
        assertThat(page.locator("#sent")).not().containsText(SAVED);
        page.context().setOffline(false);

        assertThat(page.locator("#sent")).containsText(SAVED);
        assertThat(page.locator("#sent")).not().containsText("Not sent yet");
        await().untilAsserted(() ->
                assertThat(charted("vital-signs").getList("items.setting")).containsExactly("home"));
    }

    @Test
    void whatTheServiceRefusesIsToldUntilItIsRemoved() {
        page.route(
                "**/v1/observations",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/problem+json")
                        .setBody("{\"title\":\"Refused by the test\"}")));
        open();

        measure("temperature", "36.8");
        press("Save the readings");

        assertThat(page.locator("#sent")).containsText("Not accepted. Call the centre");
        assertThat(page.locator("#sent")).containsText("36.8 °C");
        press("Remove this message");
        assertThat(page.locator("#sent")).isEmpty();
    }

    @Test
    void whoSignsOutWhileAnEntryWaitsIsAskedFirstAndTheReasonToCallStays() {
        open();
        page.context().setOffline(true);
        measure("temperature", "38.5");
        press("Save the readings");
        assertThat(page.locator("#sent")).containsText("Not sent yet");

        press("Sign out");

        assertThat(page.locator("#unsent")).containsText("Entries that have not reached the centre: 1.");
        press("Deutsch");
        press("Abmelden");
        assertThat(page.locator("#unsent")).containsText("Einträge, die noch nicht beim Zentrum sind: 1.");
        press("English");
        page.route("**/v1/observations", Route::abort);
        page.context().setOffline(false);
        press("Sign out");
        press("Sign out all the same");
        page.waitForURL("**/sign-in?leaving");
        assertThat(page.locator("#unsent"))
                .hasText("1 entry waits in this browser and is not sent yet."
                        + " Whoever made an entry must sign in here again.");
        assertThat(page.locator("body")).not().containsText("38.5");
        Accessibility.assertNothingFound(page);
        page.unroute("**/v1/observations");
        signIn();
        page.waitForURL("**/home");
        assertThat(page.locator("#alarm")).containsText(CALL_NOW);
        await().untilAsserted(() ->
                assertThat(charted("vital-signs").getList("items.temperature")).containsExactly(38.5f));
    }

    /// The patient's own limit is known only once the service was read: 112 is more than 10 under the usual 125.
    @Test
    void whatWasSavedBeforeTheLimitsWereReadIsJudgedByThem() {
        page.route("**/v1/home", Route::abort);
        page.navigate("/home");
        assertThat(page.locator("#due")).containsText("This cannot be read now.");
        measure("systolic", "112");
        press("Save the readings");
        assertThat(page.locator("#sent")).containsText(SAVED);
        assertThat(page.locator("#alarm")).isHidden();

        page.unroute("**/v1/home");
        page.reload();

        assertThat(page.locator("#alarm")).containsText("upper blood pressure 112");
        press("I have called");
        page.reload();
        assertThat(page.locator("#due li").first()).isVisible();
        assertThat(page.locator("#alarm")).isHidden();
    }

    @Test
    void theLimitsOfThePatientStayForTheTimeWithoutTheService() {
        open();
        page.waitForFunction("() => localStorage.getItem('vigil.home.centre')?.includes('systolicUpTo')");
        page.route("**/v1/home", Route::abort);
        page.reload();
        assertThat(page.locator("#due")).containsText("This cannot be read now.");

        measure("systolic", "112");

        assertThat(page.locator("#alarm")).containsText("upper blood pressure 112");
    }

    @ParameterizedTest
    @CsvSource({"temperature, 101 °F, 101 °C", "temperature, 101, 101 °C", "systolic, 28, upper blood pressure 28"})
    void anUnusualNumberSaysToCallWhileItIsInDoubt(String field, String typed, String told) {
        open();

        measure(field, typed);

        assertThat(page.locator("#alarm")).containsText(CALL_NOW);
        assertThat(page.locator("#alarm")).containsText(told);
        measure(field, "");
        assertThat(page.locator("#alarm")).isHidden();
    }

    @Test
    void whatIsEnteredIsNoLongerDueAndIsListed() {
        open();
        assertThat(page.locator("#due")).containsText("Now: the readings");
        assertThat(page.locator("#entries")).hasText("Nothing yet.");

        measure("temperature", "36,9");
        measure("heartRate", "78");
        measure("systolic", "121");
        measure("spo2", "97");
        press("Save the readings");
        assertThat(page.locator("#sent")).containsText(SAVED);
        await().untilAsserted(() ->
                assertThat(charted("vital-signs").getList("items.id")).hasSize(1));
        page.reload();

        assertThat(page.locator("#entries")).containsText("36.9 °C, pulse 78, upper blood pressure 121, oxygen 97 %");
        assertThat(page.locator("#due")).containsText("Next: the readings");
        assertThat(page.locator("#due")).not().containsText("Now: the readings");
    }

    @Test
    void theLanguageIsChosenOnThePageAndStays() {
        open();
        measure("temperature", "38,4");
        page.locator("#readings [name=at]").fill(LocalDate.now(ZoneOffset.UTC) + "T08:10");

        press("Deutsch");

        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator("#alarm")).containsText("Rufen Sie jetzt an: 030 450 50");
        page.locator("#readings [name=at]").fill(LocalDate.now(ZoneOffset.UTC) + "T08:10");
        assertThat(page.locator(".echo")).hasText("Gespeichert wird: 38,4 °C um 08:10.");
        assertThat(page.locator("#when")).containsText("Ein Krampfanfall");
        page.reload();
        assertThat(page.locator("h1")).hasText("Jeden Tag zu Hause");
        assertThat(page.locator("#readings [name=temperature]")).hasValue("38,4");
    }

    @Test
    void anUnusualNumberIsAskedAbout() {
        open();

        measure("temperature", "384");
        press("Save the readings");

        assertThat(page.locator("#readings .problem")).containsText("Correct the number, or tick that it is right.");
        assertThat(page.locator("#readings label.warning").first()).containsText("384 °C is unusual.");
        assertThat(page.locator("#sent")).isEmpty();
        measure("temperature", "38.4.1");
        press("Save the readings");
        assertThat(page.locator("#readings .problem")).hasText("Write a number, for example 37.5.");
    }

    @Test
    void aTimeThatIsStillToComeIsNotSaved() {
        open();
        measure("temperature", "37.1");
        page.locator("#readings [name=at]").fill(LocalDate.now(ZoneOffset.UTC).plusDays(1) + "T08:10");

        press("Save the readings");

        assertThat(page.locator("#readings .problem")).containsText("This time is still to come.");
        assertThat(page.locator("#sent")).isEmpty();
    }

    @Test
    void everyQuestionNeedsAnAnswer() {
        open();
        answer("speech", false);

        press("Save the answers");

        assertThat(page.locator("#answers .problem")).hasCount(4);
        assertThat(page.locator(":focus")).hasAttribute("name", "confusion");
        assertThat(page.locator("#sent")).isEmpty();
    }

    @Test
    void theSentenceIsWrittenWithAFingerAndShownTheNextTime() {
        open();
        var pad = page.locator("#answers canvas");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + 120, box.y + 60);
        page.mouse().up();
        answerAllBut("");

        press("Save the answers");

        assertThat(page.locator("#sent")).containsText(SAVED);
        await().untilAsserted(() -> assertThat(charted("home-check").getString("items[0].handwritingImage"))
                .startsWith("data:image/png;base64,"));
        page.reload();
        assertThat(page.locator("#answers img.sentence")).isVisible();
        assertThat(page.locator("#entries")).containsText("five questions, answered with no");
        assertThat(page.locator("#alarm")).isHidden();
    }

    @Test
    void aPatientEntersReadingsAndAnswersNoQuestions() {
        page.context().close();
        page = signedIn(Account.atHome("patient", patient.id()));
        open();
        assertThat(page.locator("#answers")).hasCount(0);
        assertThat(page.locator("#forms")).containsText("The person who stays with you asks five questions");

        measure("heartRate", "84");
        press("Save the readings");

        assertThat(page.locator("#sent")).containsText(SAVED);
    }

    @Test
    void theStaffAreToldThatThePageIsForPatients() {
        page.context().close();
        page = TestBrowser.signedIn("nurse");

        page.navigate("/home");

        assertThat(page.locator("h1")).hasText("This page is for patients and caregivers");
        assertThat(page.locator("form")).hasCount(0);
        assertThat(page.locator("#call")).isHidden();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To your own page"))
                .click();
        assertThat(page.locator("#frame .who")).containsText("(nurse)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts", "/admission", "/wall", "/waiting"})
    void thePagesOfTheStaffLeadHere(String address) {
        page.navigate(address);
        assertThat(page.locator("h1")).hasText("This page is for the staff of the centre");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To your page"))
                .click();

        assertThat(page.locator("h1")).hasText("Every day at home");
    }

    @Test
    void whoSignsInLandsHere() {
        page.context().close();
        page = TestBrowser.context(390, 844, ColorScheme.LIGHT).newPage();
        page.navigate("/");
        signIn();

        page.waitForURL("**/home");
        assertThat(page.locator("h1")).hasText("Every day at home");
    }

    private void signIn() {
        page.getByLabel("Username").fill(caregiver.username());
        page.getByLabel("Password").fill(caregiver.password());
        page.keyboard().press("Enter");
    }

    @Test
    void whomNobodyWatchesAnyMoreIsToldToCall() {
        as("nurse")
                .body(Map.of("at", Instant.now().toString()))
                .post("/v1/episodes/" + episode() + "/discharge")
                .then()
                .statusCode(200);

        page.navigate("/home");

        assertThat(page.locator("#ended")).containsText("You are not watched at home now");
        assertThat(page.locator("#forms")).isHidden();
        assertThat(page.locator("#call a")).hasText("Call: 030 450 50");
    }

    @Test
    void entriesOfAnotherUserAreNeitherShownNorSent() {
        page.addInitScript("localStorage.setItem('vigil.outbox', JSON.stringify([{ username: 'another', body: "
                + "{ id: 'page-1', patientId: '" + patient.id()
                + "', kind: 'vital-signs', setting: 'home', temperature: 41.5,"
                + " effectiveAt: '" + Instant.now() + "' } }]))");
        open();
        measure("temperature", "37.2");
        press("Save the readings");
        assertThat(page.locator("#sent")).containsText(SAVED);

        assertThat(page.locator("main")).not().containsText("41.5");
        await().untilAsserted(() ->
                assertThat(charted("vital-signs").getList("items.temperature")).hasSize(1));
        assertThat((String) page.evaluate("localStorage.getItem('vigil.outbox')"))
                .contains("another", "41.5")
                .doesNotContain("37.2");
    }

    @Test
    void whatIsHalfWrittenStaysWhenTheSessionEnds() {
        open();
        measure("temperature", "37.6");
        answer("shaking", false);

        page.context().clearCookies();
        page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(page.locator("#signed-out")).containsText("You are signed out");
        assertThat(page.locator("#signed-out")).isInViewport();
        assertThat(page.locator("#main")).isHidden();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        signIn();
        page.waitForURL("**/home");
        assertThat(page.locator("#readings [name=temperature]")).hasValue("37.6");
        assertThat(page.locator("#readings [name=at]")).not().hasValue("");
        assertThat(page.locator("#answers [name=shaking][value=false]")).isChecked();
        assertThat(page.locator("#readings .restored")).containsText("You began this");
        assertThat(page.locator("#answers .restored")).containsText("Check it before you save.");
    }

    /// A "no" of yesterday is none of today.
    @ParameterizedTest
    @ValueSource(ints = {3, 24})
    void whatWasBegunLongAgoDoesNotComeBackButItsReasonToCallDoes(int hours) {
        open();
        measure("temperature", "37.6");
        answer("shaking", false);
        answer("speech", true);
        page.evaluate("""
                hours => {
                    const key = Object.keys(sessionStorage).find(each => each.startsWith('vigil.home.draft.'));
                    const draft = JSON.parse(sessionStorage.getItem(key));
                    const at = Date.now() - hours * 3_600_000;
                    const old = { ...draft, begun: { answers: at, readings: at }, changed: at };
                    sessionStorage.setItem(key, JSON.stringify(old));
                }
                """, hours);

        page.reload();

        assertThat(page.locator("#alarm")).containsText("trouble with words");
        assertThat(page.locator("#readings [name=temperature]")).hasValue("");
        assertThat(page.locator("#answers :checked")).hasCount(0);
        assertThat(page.locator(".restored")).hasCount(0);
    }

    @Test
    void nothingIsSavedWhileAPhotoIsReadAndAFormThatIsGoneKeepsNothing() {
        page.addInitScript("""
                const read = createImageBitmap;
                window.createImageBitmap = async file => {
                    await new Promise(done => (window.finishReading = done));
                    return read(file);
                };
                """);
        open();
        var save = page.locator("#answers .save");
        takePhoto();
        assertThat(save).isDisabled();

        page.evaluate("finishReading(), delete window.finishReading");

        assertThat(page.locator("#answers img.sentence")).isVisible();
        assertThat(save).isEnabled();
        page.locator("#answers")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Remove the photo"))
                .click();
        answer("shaking", true);
        takePhoto();
        press("Deutsch");
        answer("shaking", false);
        page.evaluate("finishReading(), delete window.finishReading");
        press("English");
        assertThat(page.locator("#answers [name=shaking][value=false]")).isChecked();
        assertThat(page.locator("#answers img.sentence")).hasCount(0);
    }

    private void takePhoto() {
        var picture = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        page.locator("#answers input[type=file]").setInputFiles(new FilePayload("sentence.png", "image/png", picture));
        page.waitForFunction("() => window.finishReading");
    }

    @Test
    void aPageWhoseBrowserHasAnotherUserNowShowsNothing() {
        open();
        var another = signedIn(Account.atHome("caregiver", patient.id()));
        page.context().addCookies(another.context().cookies());
        another.context().close();

        page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(page.locator("#signed-out")).containsText("You are signed out");
        assertThat(page.locator("#main")).isHidden();
    }

    @Test
    void withoutANumberItPointsToTheCard() {
        page.context().close();
        page = TestBrowser.signedIn(caregiver);
        open();

        answer("drowsiness", true);

        assertThat(page.locator("#alarm")).containsText("Call your centre now: the number is on your card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"English", "Deutsch"})
    void itCanBeUsedByDayByNightAndOnASmallPhone(String language) {
        var complaints = new ArrayList<String>();
        page.onPageError(complaints::add);
        open();
        press(language);
        look();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(320, 568);

        answer("confusion", true);
        measure("temperature", "384");

        look();
        page.setViewportSize(820, 1180);
        look();
        assertThat(complaints).isEmpty();
    }

    private void look() {
        Accessibility.assertNothingFound(page);
        assertThat((List<?>) page.evaluate(SMALL_TARGETS)).isEmpty();
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("fits")
                .isTrue();
    }

    @Test
    void theKeyboardAloneAnswersAQuestion() {
        open();
        page.locator("#answers [name=confusion]").first().focus();

        page.keyboard().press("Space");

        assertThat(page.locator("#alarm")).containsText("confused");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#answers [name=confusion][value=false]")).isChecked();
        assertThat(page.locator("#alarm")).isHidden();
    }
}
