package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
        };
        """;

    /// A touch of realistic length.
    private static final Locator.ClickOptions TOUCH = new Locator.ClickOptions().setDelay(300);

    private final String bed = UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = Chromium.signedIn("nurse");
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
        page.waitForFunction("() => tones.length === 5");
        assertThat(page.locator("#sound")).hasText("Sound is off");
        button("Switch sound on").click();
        assertThat(page.locator("#sound")).hasText("Sound on");
        page.reload();
        assertThat(page.locator("#sound")).hasText("Sound blocked: touch here");
        page.locator("#sound").click(TOUCH);

        assertThat(page.locator("#sound")).hasText("Sound on");
        assertThat(page.locator("#sound-state")).containsText("Sound is on.");
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
        page.navigate("/alerts?ward=hearing");
        assertThat(page.locator("#sound-state")).containsText("Desktop notifications are on.");

        patient.post("vital-signs", Duration.ofSeconds(2), Map.of("temperature", 39.4, "systolic", 84));

        page.waitForFunction(
                "bed => { const told = document.getElementById('polite').textContent; return ['medium priority alert,"
                        + " bed ' + bed, 'Fever onset', 'CRS grade 2'].every(part => told.includes(part)); }",
                bed);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
