package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// What an attribution would change, told beside the form that signs it.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class AttributionPageTest {
    private final String ward = "cause-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;
    private TestPatient patient;

    @BeforeEach
    void open() {
        page = TestBrowser.signedIn("physician");
        patient = TestPatient.admit(ward, "1", "Jane Wright");
        patient.observe("vital-signs", Duration.ofHours(2), Map.of("temperature", 38.9));
        page.navigate(patient.page("/check#attribution"));
        page.locator("[name=components][value=fever]").check();
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    /// Nothing differs up to now, and every fever until the end will be left out.
    @Test
    void anAttributionFromNowOnIsNotCalledHarmless() {
        fill("From", Duration.ZERO);
        fill("Until", Duration.ofHours(6));

        assertThat(page.locator("#consequence")).containsText("CRS would not change up to now.");
        assertThat(page.locator("#consequence")).containsText("Up to now the highest CRS would stay 1.");
        assertThat(page.locator("#consequence"))
                .containsText(Pattern.compile("From now until .+, Fever will not count, whatever is found\\."));
    }

    @Test
    void anAttributionOfALaterTimeTellsItsTime() {
        fill("From", Duration.ofHours(2));
        fill("Until", Duration.ofHours(6));

        assertThat(page.locator("#consequence")).containsText("CRS would not change up to now.");
        assertThat(page.locator("#consequence"))
                .containsText(Pattern.compile("From [^n].+ until .+, Fever will not count, whatever is found\\."));
    }

    /// It ends a day after the signature, whatever end is named.
    @Test
    void anAttributionThatIsOverBeforeItBeginsIsToldToNeverAct() {
        fill("From", Duration.ofHours(30));
        fill("Until", Duration.ofHours(36));

        assertThat(page.locator("#consequence")).containsText("For Fever it never acts");
    }

    @Test
    void anAttributionOfThePastIsNotToldToGoOn() {
        fill("From", Duration.ofHours(-3));
        fill("Until", Duration.ofHours(-1));

        assertThat(page.locator("#consequence")).containsText("would be 0 instead of 1 from ");
        assertThat(page.locator("#consequence")).not().containsText("whatever is found");
    }

    @Test
    void oneQuestionIsAskedForSeveralChangesAndAgainAfterAFailure() {
        var asked = new AtomicInteger();
        page.route("**/attributions/preview", route -> {
            asked.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
        });
        fill("From", Duration.ofHours(-3));
        fill("Until", Duration.ofHours(5));
        fill("Until", Duration.ofHours(6));
        assertThat(page.locator("#consequence")).containsText("cannot be told: the service does not answer");
        assertThat(asked.get()).isLessThanOrEqualTo(2);

        page.unroute("**/attributions/preview");
        fill("Until", Duration.ofHours(6));

        assertThat(page.locator("#consequence")).containsText("CRS would be 0 instead of 1 from ");
    }

    @Test
    void aBeginningBeforeTheInfusionIsNotAskedAbout() {
        fill("From", Duration.ofHours(-100));
        fill("Until", Duration.ofHours(6));

        assertThat(page.locator("#consequence")).containsText("cannot be told: it begins before the infusion");
    }

    @Test
    void aChangeOfTheGradeIsAskedAboutAgain() {
        fill("From", Duration.ofHours(-3));
        fill("Until", Duration.ofHours(6));
        assertThat(page.locator("#consequence")).containsText("CRS would be 0 instead of 1 from ");

        patient.observe("vasopressor", Duration.ofMinutes(1), Map.of("agent", "norepinephrine", "action", "started"));

        assertThat(page.locator("#consequence")).containsText("CRS would be unknown. It is 3 now.");
    }

    private void fill(String label, Duration fromNow) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(LocalDateTime.now(ZoneOffset.UTC)
                        .plus(fromNow)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
    }
}
