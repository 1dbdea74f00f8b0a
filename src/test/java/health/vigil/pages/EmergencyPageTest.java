package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.pages.TestPatient.as;
import static org.hamcrest.Matchers.containsString;

/// Emergency access on the pages: a user must see a patient of another ward at once.
@ServiceTest
class EmergencyPageTest {
    private final String ward = "glass-" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void theRecordOfAnotherWardIsOpenedForAReasonAndTheWardIsTold() {
        var patient = TestPatient.admit(ward, "1", "Virginia Apgar");
        patient.isWell();
        var nurse = Account.nurseOf("elsewhere");
        var page = TestBrowser.signedIn(nurse);
        page.navigate(patient.page(""));
        assertThat(page.locator("h1")).hasText("Emergency access");
        assertThat(page.locator("body")).not().containsText("Apgar");
        Accessibility.assertNothingFound(page);

        page.getByLabel("Reason").fill("Resuscitation team called to bed 1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the record"))
                .click();

        assertThat(page.locator("h1")).hasText("Virginia Apgar");
        assertThat(page.locator("#who .values")).containsText("122/76");
        assertThat(page.locator("#chart svg").first()).isVisible();
        assertThat(page.locator(".contact-banner")).isHidden();
        page.navigate("/?ward=" + ward);
        assertThat(page.locator("#empty")).isVisible();
        as("nurse")
                .get("/v1/alerts?patientId=" + patient.id())
                .then()
                .body(
                        "items.find { it.type == 'break-glass' }.detail",
                        containsString(nurse.username() + ", who does not work for this ward"));
        page.context().close();
    }
}
