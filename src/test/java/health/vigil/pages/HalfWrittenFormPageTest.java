package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import health.vigil.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// What was half-written when a session ended comes back as what it was.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class HalfWrittenFormPageTest {
    private final String ward = "half-" + UUID.randomUUID().toString().substring(0, 6);
    private TestPatient patient;
    private Account nurse;
    private Page page;

    @BeforeEach
    void admit() {
        patient = TestPatient.admit(ward, "1", "Alice Ball");
        nurse = Account.nurseOf(ward);
        page = TestBrowser.context(1366, 900, ColorScheme.LIGHT).newPage();
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void signInTo(String kind) {
        page.navigate("/sign-in?next=" + patient.page("/check") + "%23" + kind);
        page.getByLabel("Username").fill(nurse.username());
        page.getByLabel("Password").fill(nurse.password());
        page.keyboard().press("Enter");
        page.waitForURL("**" + patient.page("/check") + "#" + kind);
        assertThat(page.locator("#entry .save")).isVisible();
    }

    private void endSession() {
        page.context().clearCookies();
        page.waitForURL("**/sign-in?next=*");
    }

    private void writeOxygen() {
        signInTo("oxygen");
        page.locator("[name=device]").selectOption("nasal-cannula");
        page.locator("[name=flow]").fill("2");
    }

    /// The form of the vital signs asks for oxygen, too.
    @Test
    void aFormOfOneKindIsNotFilledInWithAnother() {
        writeOxygen();
        endSession();

        signInTo("vitals");
        assertThat(page.locator("[name=temperature]")).isVisible();
        assertThat(page.locator("[name=device]")).hasValue("");
        assertThat(page.locator(".restored")).hasCount(0);
        page.locator("#kinds [value=oxygen]").check();

        assertThat(page.locator(".restored")).isVisible();
        assertThat(page.locator("[name=device]")).hasValue("nasal-cannula");
        assertThat(page.locator("[name=flow]")).hasValue("2");
    }

    /// The units of a rate are there only when an agent is chosen.
    @Test
    void anAnswerThatAnotherAnswerBringsComesBackToo() {
        signInTo("vasopressor");
        page.locator("[name=agent]").selectOption("norepinephrine");
        page.locator("[name=rate]").fill("6");
        page.locator("[name=rateUnit]").selectOption("ug/min");
        endSession();

        signInTo("vasopressor");

        assertThat(page.locator("[name=agent]")).hasValue("norepinephrine");
        assertThat(page.locator("[name=rate]")).hasValue("6");
        assertThat(page.locator("[name=rateUnit]")).hasValue("ug/min");
    }

    /// Written ten minutes ago is not now.
    @Test
    void theTimeOfWritingIsToldAndFilledIn() {
        writeOxygen();
        endSession();
        age(10);

        signInTo("oxygen");

        assertThat(page.locator(".restored")).containsText("is back, as of");
        assertThat(page.locator(".restored")).containsText("That time is filled in");
        var expected = (String) page.evaluate("""
                () => import('/assets/time.js').then(({ localInput, now }) => localInput(new Date(now() - 600_000)))
                """);
        var filled = page.locator("#entry [name=at]").inputValue();
        assertThat(filled).isLessThanOrEqualTo(expected).isNotEmpty();
        assertThat(page.locator("#echo")).not().containsText(", now");
    }

    @Test
    void afterAnHourNothingComesBack() {
        writeOxygen();
        endSession();
        age(61);

        signInTo("oxygen");

        assertThat(page.locator("[name=device]")).hasValue("");
        assertThat(page.locator(".restored")).hasCount(0);
    }

    private void age(int minutes) {
        page.evaluate("""
                minutes => {
                    const drafts = JSON.parse(sessionStorage.getItem('vigil.drafts'));
                    drafts.forEach(draft => (draft.at -= minutes * 60_000));
                    sessionStorage.setItem('vigil.drafts', JSON.stringify(drafts));
                }
                """, minutes);
    }

    /// The first form is still waiting to be filled in when the session ends again.
    @Test
    void anotherFormThatIsHalfWrittenDoesNotReplaceTheFirst() {
        writeOxygen();
        endSession();
        signInTo("vitals");
        page.locator("[name=temperature]").fill("38.7");
        endSession();

        signInTo("vitals");
        assertThat(page.locator("[name=temperature]")).hasValue("38.7");
        page.locator("#kinds [value=oxygen]").check();

        assertThat(page.locator("[name=flow]")).hasValue("2");
    }

    @Test
    void aBrowserWithoutRoomStillGoesToTheSignIn() {
        page.addInitScript("""
                const keep = Storage.prototype.setItem;
                Storage.prototype.setItem = function (name, value) {
                    if (name === 'vigil.drafts') throw new DOMException('No room', 'QuotaExceededError');
                    keep.call(this, name, value);
                };
                """);
        writeOxygen();

        endSession();

        assertThat(page.locator("h1")).hasText("Sign in to Vigil");
    }
}
