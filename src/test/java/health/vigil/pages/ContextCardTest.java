package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import health.vigil.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// The scores beside the grades, on a patient's page.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class ContextCardTest {
    private static final String CONTEXT = "**/v1/patients/*/context*";

    private final String ward = "context-" + UUID.randomUUID().toString().substring(0, 6);
    private Page page;

    @BeforeEach
    void signIn() {
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private Locator item(String name) {
        return page.locator("#context [data-item=" + name + "]");
    }

    private static void neutrophils(TestPatient patient, double value, Duration ago) {
        patient.observe("lab-result", ago, Map.of("analyte", "neutrophils", "value", value, "unit", "10*9/L"));
    }

    @Test
    void aScoreIsShownWithItsValueItsReasonsAndItsSource() {
        var patient = TestPatient.admit(ward, "1", "Dorothy Crowfoot");
        neutrophils(patient, 0.4, Duration.ofHours(2));

        page.navigate(patient.page(""));

        var neutrophils = item("ctcae-neutrophils");
        assertThat(neutrophils.locator("summary")).containsText("Grade 4");
        assertThat(neutrophils.locator("summary")).containsText("2 h ago");
        neutrophils.locator("summary").click();
        assertThat(neutrophils.locator(".reasons")).containsText("Neutrophils 0.4 10*9/L");
        assertThat(neutrophils.locator(".reasons")).containsText("NCI CTCAE v5.0");
        Accessibility.assertNothingFound(page);
    }

    @Test
    void theCardSaysThatItIsNoGradeAndHasNoneOfTheirColours() {
        var patient = TestPatient.admit(ward, "2", "Barbara Liskov");
        neutrophils(patient, 0.1, Duration.ofHours(2));

        page.navigate(patient.page(""));

        assertThat(item("ctcae-neutrophils")).containsText("Grade 4");
        assertThat(page.locator("#context")).containsText("None is a grade of CRS or ICANS");
        assertThat(page.locator("#context")).containsText("none recommends anything");
        assertThat(page.locator("#context").locator(".grade, .bad, .alert, .warning"))
                .hasCount(0);
    }

    @Test
    void whatIsNotKnownIsSaidWithWhatIsMissing() {
        var patient = TestPatient.admit(ward, "3", "Hedy Kiesler");

        page.navigate(patient.page(""));

        assertThat(item("ctcae-platelets").locator("summary")).containsText("Not known");
        assertThat(item("icaht-late").locator("summary")).containsText("From day 31 on");
        item("febrile-neutropenia").locator("summary").click();
        assertThat(item("febrile-neutropenia").locator(".reasons")).containsText("neutrophils not known for 48 h");
        assertThat(item("febrile-neutropenia").locator(".reasons")).containsText("Missing: neutrophils");
    }

    @Test
    void whatIsKnownInPartIsAtLeastThat() {
        var patient = TestPatient.admit(ward, "4", "Annie Easley");
        neutrophils(patient, 0.3, Duration.ofHours(50));
        neutrophils(patient, 0.3, Duration.ofHours(2));

        page.navigate(patient.page(""));

        assertThat(item("icaht-early").locator("summary")).containsText("At least grade 1");
    }

    @Test
    void anItemThatIsReadStaysOpenWhenTheCardIsReadAgain() {
        var patient = TestPatient.admit(ward, "5", "Grace Chisholm");
        neutrophils(patient, 1.2, Duration.ofHours(3));
        page.navigate(patient.page(""));
        item("ctcae-neutrophils").locator("summary").click();
        assertThat(item("ctcae-neutrophils").locator(".reasons")).containsText("1.2");

        neutrophils(patient, 0.7, Duration.ofHours(1));
        readAgain();

        assertThat(item("ctcae-neutrophils").locator("summary")).containsText("Grade 3");
        assertThat(item("ctcae-neutrophils").locator(".reasons")).isVisible();
    }

    /// A page reads again when it becomes visible.
    private void readAgain() {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    @Test
    void aCardThatCannotBeReadSaysSoAndHidesNothing() {
        var patient = TestPatient.admit(ward, "6", "Mary Cartwright");
        patient.isWell();
        page.route(CONTEXT, Route::abort);

        page.navigate(patient.page(""));

        assertThat(page.locator("#context-section")).containsText("This part could not be read");
        assertThat(page.locator("#crs .grade")).isVisible();
        assertThat(page.locator("#done li").first()).isVisible();
        assertThat(page.locator("#failure")).hasCount(0);
        page.unroute(CONTEXT);
        readAgain();
        assertThat(item("iec-hs")).isVisible();
        assertThat(page.locator("#context-section")).not().containsText("could not be read");
    }

    /// The board's row is read together with the grades that the page draws.
    @Test
    void theCardIsReadAfterTheGrades() {
        var patient = TestPatient.admit(ward, "7", "Sofia Kovalevskaya");
        patient.isWell();
        List<String> order = new CopyOnWriteArrayList<>();
        page.onResponse(response -> {
            if (response.url().contains("/board?")) {
                order.add("grades");
            }
        });
        page.onRequest(request -> {
            if (request.url().endsWith("/context")) {
                order.add("context");
            }
        });

        page.navigate(patient.page(""));

        assertThat(item("iec-hs")).isVisible();
        assertThat(order).startsWith("grades").contains("context");
    }

    @Test
    void onAPhoneTheCardsAreFolded() {
        var patient = TestPatient.admit(ward, "8", "Ruth Benerito");
        patient.observe("vital-signs", Duration.ofMinutes(5), Map.of("temperature", 39, "systolic", 120, "spo2", 97));
        page.context().close();
        page = TestBrowser.signedIn("nurse", 390, 844, ColorScheme.DARK);

        page.navigate(patient.page(""));

        assertThat(page.locator("#protocol-open")).hasText("2 steps open");
        assertThat(item("iec-hs")).hasCount(1);
        assertThat(item("iec-hs")).isHidden();
        assertThat(page.locator("#protocol [data-row=c1-1]")).isHidden();
        page.getByText("Context, not a grade").click();
        assertThat(item("iec-hs")).isVisible();
        Accessibility.assertNothingFound(page);
    }

    @Test
    void theScoresAreThoseOfTheTimeThatIsLookedAt() {
        var patient = TestPatient.admit(ward, "9", "Wu Jianxiong");
        neutrophils(patient, 0.4, Duration.ofHours(2));
        page.navigate(patient.page(""));
        assertThat(item("ctcae-neutrophils")).containsText("Grade 4");

        page.locator("#travel input")
                .first()
                .fill(String.valueOf(Duration.ofHours(70).toMinutes()));
        page.locator("#travel input").first().dispatchEvent("change");

        assertThat(item("ctcae-neutrophils").locator("summary")).containsText("Not known");
    }
}
