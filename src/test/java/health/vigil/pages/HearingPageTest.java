package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.Eventually;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

/// How an alert reaches a user who does not look at the page.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class HearingPageTest {
    /// Records each tone and each notification, and passes it on.
    private static final String LISTEN = """
        window.tones = [];
        window.OscillatorNode = class extends OscillatorNode {
            constructor(context, options) { super(context, options); tones.push(options.frequency); }
        };
        window.shown = [];
        window.Notification = class extends Notification {
            constructor(title, options) { super(title, options); shown.push([title, options.body]); }
            close() { super.close(); closings.push(this.tag); }
        };
        window.closings = [];
        """;

    /// As Chrome for Android: the permission is there, the constructor is not.
    private static final String NO_NOTIFICATION = """
        window.Notification = class {
            static permission = 'granted';
            constructor() { throw new TypeError('Illegal constructor'); }
        };
        """;

    /// Lets the test speak in place of the stream.
    private static final String STREAM = """
        window.SharedWorker = class {
            port = { postMessage() {}, close() {} };
            constructor() { window.stream = this.port; }
            addEventListener() {}
        };
        """;

    /// Holds each list of alerts back until `release` is called.
    private static final String HOLD = """
        window.held = [];
        window.holds = true;
        const ask = window.fetch;
        window.fetch = async (path, options) => {
            const answer = await ask(path, options);
            if (!holds || !`${path}`.startsWith('/v1/alerts?')) return answer;
            const text = await answer.text();
            await new Promise(go => held.push(go));
            return new Response(text, { status: answer.status, headers: answer.headers });
        };
        window.release = () => { holds = false; held.forEach(go => go()); };
        """;

    /// A touch of realistic length.
    private static final Locator.ClickOptions TOUCH = new Locator.ClickOptions().setDelay(300);

    private final String bed = UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
        page.context().grantPermissions(List.of("notifications"));
        page.addInitScript(LISTEN);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void aTestToneIsHeardAndSoundSaysWhetherItIsOn() {
        page.navigate("/alerts");
        assertThat(page.locator("#sound-state")).containsText("Sound is off: alerts are only seen, not heard.");

        button("Play a test tone").click();
        page.waitForFunction("() => tones.length === 10");
        assertThat(page.locator("#sound")).hasText("Sound is off");
        button("Switch sound on").click();
        assertThat(page.locator("#sound")).hasText("Sound on");
        var tab = page.context().newPage();
        tab.navigate("/alerts");
        assertThat(tab.locator("#sound")).hasText("Sound blocked: touch here");
        tab.locator("#sound").click(TOUCH);

        assertThat(tab.locator("#sound")).hasText("Sound on");
        assertThat(tab.locator("#sound-state")).containsText("Sound is on.");
    }

    /// The pattern tells the priorities apart, not only the pitch.
    @Test
    void eachPriorityHasItsOwnPattern() {
        page.navigate("/alerts");
        page.getByText("Volume, and the night").click();

        for (var pattern : Map.of("high", 10, "medium", 3, "low", 1).entrySet()) {
            page.evaluate("() => { tones = []; }");
            button("Play " + pattern.getKey()).click();
            page.waitForFunction("count => tones.length === count", pattern.getValue());
        }
    }

    @Test
    void aWardIsQuieterAtNightButAHighAlertIsNeverSilent() {
        page.navigate("/alerts");
        page.getByText("Volume, and the night").click();
        page.getByLabel("By day").fill("50");
        page.getByLabel("Lower at night").check();
        page.getByLabel("Night from").fill("00:00");
        page.getByLabel("To (time of").fill("23:59");
        page.getByLabel("At night", new Page.GetByLabelOptions().setExact(true)).fill("0");

        assertThat(loudness("high")).isEqualTo(0.3);
        assertThat(loudness("medium")).isEqualTo(0.15);
        assertThat(loudness("low")).isEqualTo(0);
        assertThat(page.locator("#volume")).containsText("a medium one never below 15 %");
        page.getByLabel("Lower at night").uncheck();
        assertThat(loudness("high")).isEqualTo(0.5);
        assertThat(loudness("medium")).isEqualTo(0.5);
        Accessibility.assertNothingFound(page);
        page.reload();
        page.getByText("Volume, and the night").click();
        assertThat(page.getByLabel("By day")).hasValue("50");
        assertThat(page.locator("#sound-state")).containsText("every ward: high 50 %, medium 50 %, low 50 %");
    }

    /// What the last user set is still there for the next one.
    @Test
    void theQuestionForSoundSaysWhatIsQuiet() {
        try (var context = TestBrowser.unasked()) {
            context.addInitScript(LISTEN + "localStorage.setItem('vigil.volume', '{\"\": {\"day\": 0}}');");
            var asked = context.newPage();
            var nurse = Account.nurseOf("asked-" + bed);
            asked.navigate("/sign-in");
            asked.getByLabel("Username").fill(nurse.username());
            asked.getByLabel("Password").fill(nurse.password());
            asked.keyboard().press("Enter");

            asked.getByText("Sound on, and test it").click(TOUCH);

            assertThat(asked.locator("#sound-question")).containsText("every ward: high 30 %, medium 15 %, low 0 %");
        }
    }

    private double loudness(String priority) {
        var share = (Number) page.evaluate(
                "priority => import('/assets/volume.js').then(({ loudness }) => loudness(priority, 'any'))", priority);
        return share.doubleValue();
    }

    @Test
    void whoSignsInIsAskedForSoundAndHearsATestOfIt() {
        try (var context = TestBrowser.unasked()) {
            context.addInitScript(LISTEN);
            var asked = context.newPage();
            var nurse = Account.nurseOf("asked-" + bed);
            asked.navigate("/alerts");
            asked.getByLabel("Username").fill(nurse.username());
            asked.getByLabel("Password").fill(nurse.password());
            asked.keyboard().press("Enter");

            assertThat(asked.locator("#sound-question")).containsText("Shall this computer sound for alerts?");
            Accessibility.assertNothingFound(asked);
            asked.navigate("/");
            asked.getByText("Sound on, and test it").click(new Locator.ClickOptions().setDelay(300));
            asked.waitForFunction("() => tones.length === 10");
            assertThat(asked.locator("#sound")).hasText("Sound on");
            asked.getByText("I heard it").press("Enter");
            assertThat(asked.locator("#sound-question")).hasCount(0);
            asked.reload();
            assertThat(asked.locator("#frame .who")).isVisible();
            assertThat(asked.locator("#sound-question")).hasCount(0);
        }
    }

    @Test
    void aRefusalHoldsForOneSignInOnly() {
        try (var context = TestBrowser.unasked()) {
            var asked = context.newPage();
            var nurse = Account.nurseOf("asked-" + bed);
            for (var time = 0; time < 2; time++) {
                asked.navigate("/sign-in");
                asked.getByLabel("Username").fill(nurse.username());
                asked.getByLabel("Password").fill(nurse.password());
                asked.keyboard().press("Enter");
                asked.getByText("No sound: I look at the page").click();
                assertThat(asked.locator("#sound-question")).hasCount(0);
                assertThat(asked.locator("#sound")).hasText("Sound is off");
                asked.reload();
                assertThat(asked.locator("#sound")).hasText("Sound is off");
                assertThat(asked.locator("#sound-question")).hasCount(0);
                asked.locator("#sign-out").click();
                asked.waitForURL("**/sign-in?leaving");
            }
        }
    }

    /// Opens a page and touches a place of it.
    private static void listen(Page page, String address, String place) {
        page.clock().install();
        page.navigate(address);
        page.locator(place).click(TOUCH);
        assertThat(page.locator("#sound")).hasText("Sound on");
    }

    /// Notes that another tab of the browser sounded.
    private static final String TOLD = "new BroadcastChannel('vigil.sound').onmessage = () => { window.told = true; };";

    /// Lets the test hide a page. Otherwise each page is seen.
    private static final String HIDES =
            "Object.defineProperty(Document.prototype, 'hidden', { get: () => window.isHidden === true });";

    /// Longer than a tab waits for another one to sound.
    private static final int WAITED = 3_000;

    /// Of two tabs that hear the same alert the first one sounds. If it closes, the other one goes on.
    @Test
    void theAlarmSoundsOnceInABrowserAndGoesOnWhenItsTabCloses() {
        var ward = "tabs-" + bed;
        var patient = TestPatient.admit(ward, bed, "Guglielmo Marconi");
        try (var context = TestBrowser.signedIn(Account.nurseOf(ward)).context()) {
            context.addInitScript(LISTEN + TOLD + HIDES);
            var first = context.newPage();
            var second = context.newPage();
            listen(first, "/?ward=" + ward, "#sound");
            assertThat(first.locator("#sound")).hasAttribute("title", "Alerts sound in this tab of this browser");
            listen(second, "/alerts?ward=" + ward, "h1");
            assertThat(second.locator("#sound")).hasAttribute("title", "Alerts sound in another tab of this browser");

            raiseHigh(patient);
            first.waitForFunction("() => tones.includes(880)");
            assertThat(second.locator("#open-alerts")).isVisible();
            second.waitForFunction("() => told");
            second.clock().runFor(WAITED);
            assertThat((boolean) second.evaluate("() => tones.length === 0")).isTrue();

            first.close();
            assertThat(second.locator("#sound")).hasAttribute("title", "Alerts sound in this tab of this browser");
            assertThat(soundsAgain(second)).isTrue();
        }
    }

    /// A browser mutes each tab by itself, so nobody may hear what a hidden tab sounds.
    @Test
    void aTabThatSomebodySeesSoundsWithAHiddenOne() {
        var ward = "hidden-" + bed;
        var patient = TestPatient.admit(ward, bed, "Nikola Tesla");
        try (var context = TestBrowser.signedIn(Account.nurseOf(ward)).context()) {
            context.addInitScript(LISTEN + HIDES);
            var hidden = context.newPage();
            var seen = context.newPage();
            listen(hidden, "/?ward=" + ward, "#sound");
            assertThat(hidden.locator("#sound")).hasAttribute("title", "Alerts sound in this tab of this browser");
            hidden.evaluate("() => { window.isHidden = true; }");
            listen(seen, "/alerts?ward=" + ward, "h1");
            assertThat(seen.locator("#sound")).hasAttribute("title", "Alerts sound in another tab of this browser");

            raiseHigh(patient);

            hidden.waitForFunction("() => tones.includes(880)");
            seen.waitForFunction("() => tones.includes(880)");
        }
    }

    /// A tab that hangs keeps its lock. It says nothing, and so the other one sounds.
    @Test
    void aTabSoundsAfterAMomentIfTheOneWithTheLockDoesNot() {
        var ward = "hangs-" + bed;
        var patient = TestPatient.admit(ward, bed, "Samuel Morse");
        try (var context = TestBrowser.signedIn(Account.nurseOf(ward)).context()) {
            context.addInitScript(LISTEN);
            var hangs = context.newPage();
            hangs.navigate("/signed-out");
            hangs.evaluate("() => new Promise(held => navigator.locks.request('vigil.sound',"
                    + " () => { held(); return new Promise(() => {}); }))");
            var other = context.newPage();
            listen(other, "/?ward=" + ward, "#sound");

            raiseHigh(patient);

            other.waitForFunction("() => tones.includes(880)");
        }
    }

    /// A page and a wall of the same ward: whoever answers elsewhere silences both.
    @Test
    void whatSomebodyAnsweredIsSilentOnEveryPage() {
        var ward = "silence-" + bed;
        var patient = TestPatient.admit(ward, bed, "Ludwig Beethoven");
        try (var context = TestBrowser.signedIn(Account.nurseOf(ward)).context()) {
            context.addInitScript(LISTEN);
            var board = context.newPage();
            var wall = context.newPage();
            listen(board, "/?ward=" + ward, "#sound");
            // Sound is on in this browser then, and any touch of the second page unblocks it.
            listen(wall, "/wall?ward=" + ward.toUpperCase(Locale.ROOT), "h1");
            raiseHigh(patient);
            board.waitForFunction("() => tones.includes(880)");
            assertThat(soundsAgain(board)).isTrue();

            Eventually.await()
                    .pollInSameThread()
                    .untilAsserted(() -> assertThat(openAfterAnswers(ward)).isEmpty());

            for (var each : List.of(board, wall)) {
                Eventually.await().pollInSameThread().until(() -> !soundsAgain(each));
            }
        }
    }

    /// Answers each open alert of a ward, unless it was resolved meanwhile. Returns what is open still.
    private static List<String> openAfterAnswers(String ward) {
        open(ward)
                .forEach(alert -> TestPatient.as("nurse")
                        .body(Map.of())
                        .post("/v1/alerts/" + alert + "/acknowledgement")
                        .then()
                        .statusCode(oneOf(200, 409)));
        return open(ward);
    }

    private static List<String> open(String ward) {
        return TestPatient.as("nurse")
                .get("/v1/alerts?state=open&ward=" + ward)
                .jsonPath()
                .getList("items.id");
    }

    private static void raiseHigh(TestPatient patient) {
        patient.post("vital-signs", Duration.ofSeconds(2), Map.of("temperature", 39.4, "systolic", 84));
        patient.observe("vasopressor", Duration.ofSeconds(1), Map.of("agent", "norepinephrine", "action", "started"));
    }

    /// A page of a nurse of one ward, with its clock and sound on.
    private static Page listening(String ward, String address, String script) {
        var listening = TestBrowser.signedIn(Account.nurseOf(ward));
        listening.addInitScript(LISTEN + script);
        listening.clock().install();
        listening.navigate(address);
        // The switch moves when the name arrives.
        assertThat(listening.locator("#ward-name")).not().isEmpty();
        listening.locator("#sound").click(TOUCH);
        assertThat(listening.locator("#sound")).hasText("Sound on");
        return listening;
    }

    @Test
    void aBrowserThatRefusesNotificationsSoundsNevertheless() {
        var ward = "android-" + bed;
        var patient = TestPatient.admit(ward, bed, "Ada Lovelace");
        var phone = listening(ward, "/?ward=" + ward, NO_NOTIFICATION);
        try (var _ = phone.context()) {
            raiseHigh(patient);

            phone.waitForFunction("() => tones.includes(880)");
            assertThat(phone.locator("#open-alerts")).isVisible();
            assertThat(soundsAgain(phone)).isTrue();
            assertThat(phone.locator("#failure")).hasCount(0);
        }
    }

    /// The list does not hold an alert that was raised after it was asked for.
    @Test
    void anAlertThatIsRaisedWhileTheListIsReadIsNotSilenced() {
        var ward = "race-" + bed;
        var patient = TestPatient.admit(ward, bed, "Emmy Noether");
        var board = listening(ward, "/?ward=" + ward, HOLD);
        try (var _ = board.context()) {
            board.waitForFunction("() => held.length > 0");
            raiseHigh(patient);
            board.waitForFunction("() => tones.includes(880)");

            board.evaluate("() => release()");

            assertThat(soundsAgain(board)).isTrue();
            assertThat(board.locator("#open-alerts")).isVisible();
            assertThat(soundsAgain(board)).isTrue();
        }
    }

    @Test
    void aWallReadsTheAlertsOfItsWardUntilThereIsAnAnswer() {
        var ward = "retry-" + bed;
        var patient = TestPatient.admit(ward, bed, "Lise Meitner");
        raiseHigh(patient);
        var wall = listening(ward, "/wall?ward=" + ward, """
            const ask = window.fetch;
            window.fails = true;
            window.fetch = (path, options) =>
                fails && `${path}`.startsWith('/v1/alerts?') ? Promise.reject(new Error('down')) : ask(path, options);
            """);
        try (var _ = wall.context()) {
            assertThat(wall.locator(".tile")).hasCount(1);
            wall.evaluate("() => { fails = false; }");

            Eventually.await().pollInSameThread().until(() -> soundsAgain(wall));
        }
    }

    /// An alert of the service itself has no ward, and no other place sounds for it.
    @Test
    void aWallSoundsForTheServiceItselfAndForNoOtherWard() {
        var ward = "service-" + bed;
        var wall = listening(ward, "/wall?ward=" + ward, STREAM);
        try (var _ = wall.context()) {
            assertThat(wall.locator("#ward-name")).hasText(ward);
            var raise = "more => stream.onmessage({ data: { event: 'raised', alert: { id: 'one', state: 'open',"
                    + " priority: 'high', title: 'Kafka', raisedAt: '2026-11-30T10:00:00Z', ...more } } })";

            wall.evaluate(raise, Map.of("ward", ward + "-other"));
            assertThat((boolean) wall.evaluate("() => tones.includes(880)")).isFalse();
            wall.evaluate(raise, Map.of());
            assertThat((boolean) wall.evaluate("() => tones.includes(880)")).isTrue();
        }
    }

    /// The stream of a user of one ward tells nothing of a patient who has left it.
    @Test
    void aWallFallsSilentWhenThePatientHasMoved() {
        var ward = "moves-" + bed;
        var patient = TestPatient.admit(ward, bed, "Marie Curie");
        var wall = listening(ward, "/wall?ward=" + ward, "");
        try (var _ = wall.context()) {
            raiseHigh(patient);
            wall.waitForFunction("() => tones.includes(880)");
            assertThat(soundsAgain(wall)).isTrue();

            var episode =
                    TestPatient.as("nurse").get("/v1/episodes?ward=" + ward).<String>path("items[0].id");
            TestPatient.as("nurse")
                    .contentType("application/merge-patch+json")
                    .body(Map.of("ward", ward + "-new"))
                    .patch("/v1/episodes/" + episode)
                    .then()
                    .statusCode(200);

            Eventually.await().pollInSameThread().until(() -> !soundsAgain(wall));
        }
    }

    /// Another patient's alert goes on when the last high one is answered.
    @Test
    void anAnswerCutsTheSoundOfItsOwnAlertOnly() {
        page.navigate("/alerts");
        page.locator("#sound").click(TOUCH);
        assertThat(page.locator("#sound")).hasText("Sound on");

        assertThat((List<?>) page.evaluate("""
            async () => {
                const { play } = await import('/assets/sound.js');
                const cut = [];
                const stop = OscillatorNode.prototype.stop;
                const hush = play('high', 'any');
                play('medium', 'any');
                window.OscillatorNode.prototype.stop = function (...when) {
                    cut.push(this.frequency.value);
                    return stop.apply(this, when);
                };
                hush();
                return [...new Set(cut)];
            }""")).isEqualTo(List.of(880));
    }

    /// Alerts of one patient share a notification: it is closed when all of them are answered.
    @Test
    void aSharedNotificationStandsUntilAllItsAlertsAreAnswered() {
        page.addInitScript(STREAM);
        page.navigate("/alerts?ward=hearing");
        assertThat(page.locator("#sound-state")).containsText("Desktop notifications are on.");
        var tell = "([event, state, id, bed]) => import('/assets/alarm.js').then(({ alarm }) =>"
                + " alarm(event, { id, state, bed, priority: 'medium', patientId: bed, title: id, raisedAt: id }))";
        var alerts = List.of(bed + "-1", bed + "-2");
        alerts.forEach(id -> page.evaluate(tell, List.of("raised", "open", id, bed)));
        page.waitForFunction("bed => shown.some(([, body]) => body.includes(bed))", bed);

        page.evaluate(tell, List.of("acknowledged", "acknowledged", alerts.getFirst(), bed));
        assertThat(closed()).isZero();
        page.evaluate(tell, List.of("acknowledged", "acknowledged", alerts.getLast(), bed));
        assertThat(closed()).isEqualTo(1);
    }

    private int closed() {
        return (int) page.evaluate("bed => closings.filter(tag => tag.startsWith(bed)).length", bed);
    }

    /// Whether a high alert is repeated within the half minute after which an unanswered one sounds again.
    private static boolean soundsAgain(Page page) {
        var before = (int) page.evaluate("() => tones.length");
        page.clock().fastForward(31_000);
        return (int) page.evaluate("() => tones.length") > before;
    }

    @Test
    void aHighAlertSoundsAndTheDesktopShowsItsBedAndPriorityOnly() {
        var patient = TestPatient.admit("hearing", bed, "Helen Keller");
        page.navigate("/alerts?ward=hearing");
        assertThat(page.locator("#sound-state")).containsText("Desktop notifications are on.");
        button("Switch sound on").click();
        assertThat(page.locator("#sound")).hasText("Sound on");

        patient.post("vital-signs", Duration.ofSeconds(2), Map.of("temperature", 39.4, "systolic", 84));
        patient.observe("vasopressor", Duration.ofSeconds(1), Map.of("agent", "norepinephrine", "action", "started"));

        page.waitForFunction("bed => shown.some(([title, body]) => title.includes('high') && body.includes(bed))", bed);
        assertThat((List<?>) page.evaluate(
                        "bed => shown.filter(told => told.join().includes(bed) && told[0].includes('high'))", bed))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told).isEqualTo(List.of("Vigil: high priority", "bed " + bed)));
        assertThat((boolean) page.evaluate("tones.includes(880)")).isTrue();
    }

    @Test
    void whatComesOfOnePatientAtOnceIsReadAloudAsOne() {
        var patient = TestPatient.admit("hearing", bed, "Helen Keller");
        var opened = Instant.now();
        page.navigate("/alerts?ward=hearing");
        assertThat(page.locator("#sound-state")).containsText("Desktop notifications are on.");
        awaitStreamSince(opened);

        patient.post("vital-signs", Duration.ofSeconds(2), Map.of("temperature", 39.4, "systolic", 84));

        page.waitForFunction(
                "bed => { const told = document.getElementById('polite').textContent; return ['medium priority alert,"
                        + " bed ' + bed, 'Fever onset', 'CRS grade 2'].every(part => told.includes(part)); }",
                bed);
    }

    /// An alert that was raised before the page follows the stream is in its list, and is not announced.
    private static void awaitStreamSince(Instant opened) {
        Eventually.await()
                .until(() ->
                        TestPatient.as("admin")
                                .get("/v1/alerts/listeners")
                                .jsonPath()
                                .<String>getList("items.openedAt")
                                .stream()
                                .anyMatch(at -> Instant.parse(at).isAfter(opened)));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
