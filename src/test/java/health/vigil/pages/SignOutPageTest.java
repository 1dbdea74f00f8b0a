package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// The next user at the same screen sees nothing of the previous one.
@ServiceTest
class SignOutPageTest {
    private final String ward = "leave-" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void whoSignsOutLeavesNothingOfAPatientBehind() {
        var patient = TestPatient.admit(ward, "1", "Henrietta Lacks");
        var page = TestBrowser.signedIn(Account.nurseOf(ward));
        page.navigate(patient.page(""));
        assertThat(page.locator("h1")).hasText("Henrietta Lacks");
        var session = page.context().cookies().getFirst();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL("**/sign-in?leaving");
        page.goBack();

        page.waitForURL("**/sign-in?next=*");
        assertThat(page.locator("body")).not().containsText("Lacks");
        assertThat(page.context().cookies()).isEmpty();
        given().cookie(session.name, session.value).get("/v1/session").then().statusCode(401);
        page.context().close();
    }

    /// The event that a browser sends to a page restored by the back button.
    @Test
    void aPageThatTheBrowserKeptShowsNothingAndBeginsAnew() {
        var patient = TestPatient.admit(ward, "2", "Carrie Buck");
        var page = TestBrowser.signedIn("nurse");
        page.navigate(patient.page(""));
        assertThat(page.locator("h1")).hasText("Carrie Buck");
        page.evaluate("window.left = true");

        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(page.locator("h1")).isHidden();
        // Sent a moment later, because the page reloads itself and would lose the result of this call.
        page.evaluate("void setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))");

        page.waitForFunction("() => !window.left");
        assertThat(page.locator("h1")).hasText("Carrie Buck");
        page.context().close();
    }
}
