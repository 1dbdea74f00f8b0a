package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import health.vigil.ServiceTest;
import health.vigil.access.Role;
import health.vigil.account.ChosenSession;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.Eventually.await;
import static health.vigil.pages.TestPatient.as;
import static org.assertj.core.api.Assertions.assertThat;

/// No session ends quietly, and what one user left in the browser is not the next one's.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class SessionEndPageTest {
    /// Remembers each tone beyond the page that played it.
    private static final String LISTEN = """
        window.OscillatorNode = class extends OscillatorNode {
            constructor(context, options) {
                super(context, options);
                sessionStorage.setItem('heard', `${sessionStorage.getItem('heard') ?? ''} ${options.frequency}`);
            }
        };
        """;

    /// A touch of realistic length.
    private static final Locator.ClickOptions TOUCH = new Locator.ClickOptions().setDelay(300);

    private final String ward = "ends-" + UUID.randomUUID().toString().substring(0, 6);

    @Inject
    DataSource database;

    private Page page;
    private TestPatient patient;

    @BeforeEach
    void admit() {
        page = TestBrowser.context(1366, 900, ColorScheme.LIGHT).newPage();
        patient = TestPatient.admit(ward, "1", "Rosalind Franklin");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void aPersonIsWarnedFiveMinutesBeforeAndGoesOn() throws Exception {
        var nurse = account("nurse");
        signIn(nurse, Role.NURSE, Duration.ofHours(2), Duration.ofMinutes(20));
        page.navigate(patient.page("/check"));
        assertThat(page.locator("#entry .save")).isVisible();
        assertThat(banner()).isHidden();

        signIn(nurse, Role.NURSE, Duration.ofHours(2), Duration.ofMinutes(4));
        page.reload();
        assertThat(banner()).containsText("You will be signed out at");
        assertThat(page).hasTitle(Pattern.compile("^Signed out at "));
        Accessibility.assertNothingFound(page);
        page.setViewportSize(390, 844);
        Accessibility.assertNothingFound(page);
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        button("Stay signed in").press("Enter");

        assertThat(banner()).isHidden();
        assertThat(page).not().hasTitle(Pattern.compile("^Signed out"));
        assertThat(left()).isGreaterThan(Duration.ofHours(11));
    }

    /// Nobody looks at the page while it warns.
    @Test
    void theWarningAndTheEndAreHeard() throws Exception {
        page.addInitScript(LISTEN);
        page.clock().install();
        // Nothing else is heard on a ward without patients.
        var nurse = Account.nurseOf(ward + "-empty");
        signIn(nurse, Role.NURSE, Duration.ofHours(2), Duration.ofMinutes(20));
        page.navigate("/?ward=" + ward + "-empty");
        page.locator("#sound").click(TOUCH);
        assertThat(page.locator("#sound")).hasText("Sound on");
        assertThat(heard()).isEmpty();

        // An answer of the service would set the page's clock back to the present.
        page.route("**/v1/session", Route::abort);
        page.clock().fastForward(Duration.ofMinutes(16).toMillis());
        await().pollInSameThread().untilAsserted(() -> assertThat(heard()).contains("660"));
        assertThat(heard()).doesNotContain("880");
        page.unroute("**/v1/session");

        page.context().clearCookies();
        await().pollInSameThread().untilAsserted(() -> {
            page.clock().fastForward(Duration.ofSeconds(6).toMillis());
            assertThat(page.url()).contains("/sign-in?next=");
        });
        assertThat(heard()).contains("880");
    }

    @Test
    void theAlarmOfADisplayIsHeard() throws Exception {
        page.addInitScript(LISTEN);
        signIn(account("dashboard"), Role.DASHBOARD, Duration.ofDays(1), Duration.ofHours(6));
        page.navigate("/wall?ward=" + ward);
        assertThat(page.locator(".tile")).hasCount(1);
        page.locator("#sound").click(TOUCH);
        assertThat(page.locator("#sound")).hasText("Sound on");

        page.context().clearCookies();

        assertThat(page.locator(".signed-out")).containsText("This display is signed out");
        await().pollInSameThread().untilAsserted(() -> assertThat(heard()).contains("880"));
    }

    private String heard() {
        return (String) page.evaluate("() => sessionStorage.getItem('heard') ?? ''");
    }

    @Test
    void whatIsHalfWrittenIsThereAfterANewSignIn() throws Exception {
        var nurse = account("nurse");
        signIn(nurse, Role.NURSE, Duration.ofHours(17), Duration.ofMinutes(4));
        page.navigate(patient.page("/check#vitals"));
        page.locator("[name=temperature]").fill("38.7");
        page.locator("[name=systolic]").fill("97");

        button("Sign in again now").click();
        page.waitForURL("**/sign-in?next=*");
        assertThat(page.locator("body")).not().containsText("38.7");
        signInByHand(nurse);

        page.waitForURL("**" + patient.page("/check") + "#vitals");
        assertThat(page.locator(".restored")).containsText("What you had begun to write here is back");
        assertThat(page.locator("[name=temperature]")).hasValue("38.7");
        assertThat(page.locator("[name=systolic]")).hasValue("97");
        assertThat(page.locator("#echo")).containsText("38.7");
        page.reload();
        assertThat(page.locator("#entry .save")).isVisible();
        assertThat(page.locator(".restored")).hasCount(0);
    }

    @Test
    void whatIsHalfWrittenIsNotShownToAnotherUser() throws Exception {
        var nurse = account("nurse");
        signIn(nurse, Role.NURSE, Duration.ofHours(1), Duration.ofHours(2));
        page.navigate(patient.page("/check#vitals"));
        page.locator("[name=temperature]").fill("38.7");

        page.context().clearCookies();
        page.waitForURL("**/sign-in?next=*");
        var other = account("nurse");
        signInByHand(other);
        page.waitForURL("**" + patient.page("/check") + "#vitals");
        assertThat(page.locator("#frame .who")).containsText(other.username());
        assertThat(page.locator("[name=temperature]")).hasValue("");
        assertThat(page.locator(".restored")).hasCount(0);

        page.context().clearCookies();
        page.waitForURL("**/sign-in?next=*");
        signInByHand(nurse);
        page.waitForURL("**" + patient.page("/check") + "#vitals");
        assertThat(page.locator("[name=temperature]")).hasValue("38.7");
    }

    @Test
    void anEntryThatWaitsIsNeitherShownToTheNextUserNorSentInTheirName() throws Exception {
        var nurse = account("nurse");
        signIn(nurse, Role.NURSE, Duration.ofHours(1), Duration.ofHours(2));
        page.navigate(patient.page("/check#vitals"));
        page.locator("[name=temperature]").fill("38.7");
        page.context().setOffline(true);
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#waiting")).containsText("Not sent yet");
        button("Sign out").click();
        assertThat(page.locator("#unsent")).containsText("1 entry was not sent.");

        var other = account("nurse");
        signIn(other, Role.NURSE, Duration.ofMinutes(1), Duration.ofHours(2));
        page.context().setOffline(false);
        // The page of the first user is of nobody now.
        page.waitForURL("**/sign-in?next=*");
        page.navigate(patient.page("/check#vitals"));
        assertThat(page.locator("#frame .who")).containsText(other.username());
        assertThat(page.locator("#waiting")).isEmpty();
        page.locator("[name=temperature]").fill("37.1");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#outcome")).isVisible();
        assertThat(authors()).containsExactly(other.username());

        signIn(nurse, Role.NURSE, Duration.ofMinutes(1), Duration.ofHours(2));
        page.navigate(patient.page("/check"));
        await().untilAsserted(
                        () -> assertThat(authors()).containsExactlyInAnyOrder(nurse.username(), other.username()));
    }

    @Test
    void aDisplayRenewsItselfAndSaysInTimeThatItCannotForEver() throws Exception {
        var display = account("dashboard");
        var session = signIn(display, Role.DASHBOARD, Duration.ofDays(85), Duration.ofSeconds(40));

        page.navigate("/wall?ward=" + ward);
        assertThat(page.locator(".tile")).hasCount(1);
        await().pollInSameThread().untilAsserted(() -> assertThat(left()).isGreaterThan(Duration.ofHours(11)));
        assertThat(ChosenSession.storedEnd(database, session))
                .isAfter(Instant.now().plus(Duration.ofHours(11)));
        assertThat(banner()).containsText("This display must be signed in again before");
        Accessibility.assertNothingFound(page);

        page.navigate("/alerts?ward=" + ward);
        assertThat(banner()).containsText("This display must be signed in again before");
    }

    @Test
    void aDisplayWithoutASessionShowsAnAlarmOnEachPage() throws Exception {
        var display = account("dashboard");
        page.clock().install();
        for (var address : List.of("/?ward=" + ward, "/wall?ward=" + ward, "/alerts", patient.page(""))) {
            signIn(display, Role.DASHBOARD, Duration.ofDays(1), Duration.ofHours(6));
            page.navigate(address);
            assertThat(page.locator("main")).not().isEmpty();
            page.waitForFunction("() => localStorage.getItem('vigil.display')");

            page.context().clearCookies();
            // The page asks for something every few seconds.
            await().pollInSameThread().untilAsserted(() -> {
                page.clock().fastForward(Duration.ofSeconds(6).toMillis());
                assertThat(page.locator(".signed-out").count()).isEqualTo(1);
            });
            assertThat(page.locator(".signed-out")).containsText("This display is signed out");
            page.reload();
            assertThat(page.locator(".signed-out")).containsText("This display is signed out");
            Accessibility.assertNothingFound(page);
        }
    }

    @Test
    void aDisplayWhoseAccountIsRevokedEndsAtOnce() throws Exception {
        var display = account("dashboard");
        signIn(display, Role.DASHBOARD, Duration.ofDays(1), Duration.ofHours(6));
        page.navigate("/wall?ward=" + ward);
        assertThat(page.locator(".tile")).hasCount(1);

        as("admin").delete("/v1/accounts/" + display.username()).then().statusCode(204);

        assertThat(page.locator(".signed-out")).containsText("This display is signed out");
    }

    private Account account(String role) {
        return as("admin")
                .body(Map.of("username", "ends-" + UUID.randomUUID(), "role", role, "wards", List.of(ward)))
                .post("/v1/accounts")
                .as(Account.class);
    }

    private String signIn(Account user, Role role, Duration sinceSignIn, Duration left) throws Exception {
        var session = ChosenSession.of(database, user.username(), role, sinceSignIn, left);
        page.context()
                .addCookies(List.of(
                        new Cookie("vigil-session", session).setUrl(RestAssured.baseURI + ":" + RestAssured.port)));
        return session;
    }

    private void signInByHand(Account user) {
        page.getByLabel("Username").fill(user.username());
        page.getByLabel("Password").fill(user.password());
        page.keyboard().press("Enter");
    }

    /// How long the browser's session lasts.
    private Duration left() {
        var answer = (String)
                page.evaluate("() => fetch('/v1/session').then(told => told.json()).then(told => told.expiresAt)");
        return Duration.between(Instant.now(), Instant.parse(answer));
    }

    private List<String> authors() {
        return as("nurse")
                .get("/v1/patients/" + patient.id() + "/observations?kind=vital-signs")
                .jsonPath()
                .getList("items.enteredBy");
    }

    private Locator banner() {
        return page.locator(".session-banner");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
