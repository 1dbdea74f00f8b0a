package health.vigil.pages;

import com.microsoft.playwright.Page;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// The summary of a course, as a letter to the patient or for the record.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class SummaryPageTest {
    private final String ward = "summary-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("physician");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void whatWasNotMeasuredWasNotSeen() {
        var patient = TestPatient.admit(ward, "1", "Mary Seacole");
        patient.isWell();

        page.navigate(patient.page("/summary"));

        assertThat(page.locator("#sheet"))
                .containsText(Pattern.compile("trouble finding words.*: it was not seen; for 3 d 1 h it could not"));
        assertThat(page.locator("#sheet")).containsText("What to watch for at home");
    }

    @Test
    void afterADeathThereIsNoLetter() {
        var patient = TestPatient.admit(ward, "2", "Edward Jenner");
        patient.observe("vital-signs", Duration.ofHours(2), Map.of("temperature", 39.1, "systolic", 84));
        patient.observe("death", Duration.ofMinutes(1), Map.of("cause", "crs"));

        page.navigate(patient.page("/summary"));

        assertThat(page.locator("h1")).hasText("Course after the cell infusion, for the record");
        assertThat(page.locator("#sheet")).containsText("cause: CRS.");
        assertThat(page.locator("#sheet")).containsText("at its highest it was fatal (grade 5)");
        assertThat(page.locator("#sheet")).not().containsText(Pattern.compile("\\byou", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("#sheet")).not().containsText("at home");
    }
}
