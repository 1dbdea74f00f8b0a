package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.EmbeddedTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// What administrators do on their page.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
@SuppressWarnings("NullAway.Init")
class AdministrationPageTest {
    private Page page;

    @BeforeEach
    void signIn() {
        page = Chromium.signedIn("admin");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void whatIsInQuarantineIsShownAndSettledWithANote() {
        var stranger = TestPatient.stranger();
        stranger.observe("vital-signs", Duration.ofMinutes(1), TestPatient.WELL);

        page.navigate("/admin");
        var held = page.locator("#quarantine li").filter(new Locator.FilterOptions().setHasText(stranger.id()));
        assertThat(held).containsText("The patient has no episode");
        Accessibility.assertNothingFound(page);
        held.getByLabel("Note", new Locator.GetByLabelOptions().setExact(true)).fill("never admitted here");
        held.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard"))
                .click();

        assertThat(held).hasCount(0);
        TestPatient.as("admin")
                .get("/v1/quarantine?state=discarded&patientId=" + stranger.id())
                .then()
                .body("items.note", org.hamcrest.Matchers.contains("never admitted here"));
    }
}
