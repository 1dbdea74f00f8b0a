package health.vigil.signin;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.account.ChosenSession;
import health.vigil.http.FromAddress;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class SessionTest {
    private static final int MORE_THAN_ONE_MAY = 1000;

    @TestHTTPResource
    URI service;

    @Inject
    DataSource database;

    @Test
    void aSignInIsACookieThatScriptsAndOtherSitesDoNotGet() {
        var answer = signIn("nurse", As.issued(Role.NURSE).password());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        browser(answer).get("/v1/session").then().statusCode(200).body("username", equalTo("nurse"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlike() {
        var wrong = signIn("physician", "wrong");
        var unknown = signIn("nobody-here", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void aSignOutEndsTheSessionForGood() {
        var session = signIn("dashboard", As.issued(Role.DASHBOARD).password());
        browser(session)
                .header("Sec-Fetch-Site", "same-origin")
                .delete("/v1/session")
                .then()
                .statusCode(204);

        browser(session).get("/v1/session").then().statusCode(401);
    }

    @Test
    void aRenewedSessionLastsLongerAndIsStillOneSession() throws Exception {
        var nurse = Colleague.of(Role.NURSE, Map.of());
        var old = session(nurse, Role.NURSE, Duration.ofHours(1), Duration.ofMinutes(10));

        var answer = renew(old);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("username")).isEqualTo(nurse.username());
        assertThat(instant(answer, "expiresAt")).isAfter(Instant.now().plus(Duration.ofHours(11)));
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        var renewed = answer.cookie(PresentedToken.COOKIE);
        assertThat(renewed).isNotEqualTo(old);
        assertThat(ChosenSession.storedEnd(database, old)).isAfter(Instant.now().plus(Duration.ofHours(11)));
        browser(renewed)
                .header(SameOrigin.HEADER, "1")
                .delete("/v1/session")
                .then()
                .statusCode(204);
        browser(renewed).get("/v1/session").then().statusCode(401);
        browser(old).get("/v1/session").then().statusCode(401);
    }

    @Test
    void thePageHearsWhenItsSessionEndsAndUntilWhenItCanGoOn() throws Exception {
        var nurse = Colleague.of(Role.NURSE, Map.of());
        var cookie = session(nurse, Role.NURSE, Duration.ofHours(1), Duration.ofMinutes(10));

        var told = browser(cookie).get("/v1/session");

        assertThat(instant(told, "expiresAt"))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(instant(told, "renewableUntil"))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(14)), Instant.now().plus(Duration.ofHours(15)));
    }

    @Test
    void whoMayNotRenewHearsOfNoRenewal() throws Exception {
        var integration = Colleague.of(Role.INTEGRATION, Map.of());
        var cookie = session(integration, Role.INTEGRATION, Duration.ofHours(1), Duration.ofMinutes(10));

        var told = browser(cookie).get("/v1/session");

        assertThat(told.<String>path("expiresAt")).isNotNull();
        assertThat(told.<String>path("renewableUntil")).isNull();
        assertThat(renew(cookie).statusCode()).isEqualTo(403);
    }

    @Test
    void noRenewalGoesBeyondTheBound() throws Exception {
        var nurse = Colleague.of(Role.NURSE, Map.of());
        var late = renew(session(nurse, Role.NURSE, Duration.ofMinutes(15 * 60 + 30), Duration.ofMinutes(10)));
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(instant(late, "expiresAt"))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(28)),
                        Instant.now().plus(Duration.ofMinutes(30)));
        assertThat(renew(session(nurse, Role.NURSE, Duration.ofHours(17), Duration.ofMinutes(10)))
                        .statusCode())
                .isEqualTo(409);

        var display = Colleague.of(Role.DASHBOARD, Map.of());
        var wall = renew(session(display, Role.DASHBOARD, Duration.ofDays(60), Duration.ofMinutes(10)));
        assertThat(instant(wall, "expiresAt")).isAfter(Instant.now().plus(Duration.ofHours(11)));
        assertThat(renew(session(display, Role.DASHBOARD, Duration.ofDays(91), Duration.ofMinutes(10)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoseAccountIsRevokedIsRenewedNoMore() throws Exception {
        var display = Colleague.of(Role.DASHBOARD, Map.of());
        var cookie = session(display, Role.DASHBOARD, Duration.ofDays(1), Duration.ofHours(6));
        assertThat(renew(cookie).statusCode()).isEqualTo(200);

        As.role(Role.ADMIN).delete("/v1/accounts/" + display.username()).then().statusCode(204);

        assertThat(renew(cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void onlyASessionOfThePagesIsRenewed() {
        As.role(Role.NURSE).post("/v1/session/renewal").then().statusCode(409);
        assertThat(renew(As.token(Role.NURSE)).statusCode()).isEqualTo(409);
        As.role(Role.NURSE).get("/v1/session").then().statusCode(200);
    }

    @Test
    void theLanguageOfThePagesIsChosenForTheUser() throws Exception {
        var nurse = Colleague.of(Role.NURSE, Map.of());
        assertThat(language(nurse)).isNull();

        nurse.sends(Map.of("language", "de")).put("/v1/session/language").then().statusCode(204);
        assertThat(language(nurse)).isEqualTo("de");
        nurse.sends(Map.of("language", "en")).put("/v1/session/language").then().statusCode(204);
        assertThat(language(nurse)).isEqualTo("en");

        nurse.sends(Map.of("language", "fr")).put("/v1/session/language").then().statusCode(400);
        nurse.sends(Map.of()).put("/v1/session/language").then().statusCode(400);
        assertThat(language(nurse)).isEqualTo("en");
        assertThat(language(Colleague.of(Role.NURSE, Map.of()))).isNull();
    }

    /// As another browser of the same user sees it.
    private String language(Colleague user) throws Exception {
        return browser(session(user, Role.NURSE, Duration.ZERO, Duration.ofHours(1)))
                .get("/v1/session")
                .path("language");
    }

    @Test
    void anotherSiteCannotRenew() throws Exception {
        var nurse = Colleague.of(Role.NURSE, Map.of());
        var cookie = session(nurse, Role.NURSE, Duration.ofHours(1), Duration.ofMinutes(10));

        browser(cookie).post("/v1/session/renewal").then().statusCode(403);
        browser(cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/v1/session/renewal")
                .then()
                .statusCode(403);
    }

    /// The next user has signed in, and the page of the previous one is still open in another tab.
    @Test
    void aPageOfAnotherUserIsNobodys() throws Exception {
        var nurse = Colleague.of(Role.NURSE, Map.of());
        var cookie = session(nurse, Role.NURSE, Duration.ZERO, Duration.ofHours(1));

        for (var other : List.of("physician", "", "%zz")) {
            browser(cookie)
                    .header(PageUser.HEADER, other)
                    .get("/v1/session")
                    .then()
                    .statusCode(401);
        }
        browser(cookie)
                .header(PageUser.HEADER, nurse.username())
                .get("/v1/session")
                .then()
                .statusCode(200);
    }

    @Test
    void sessionsOfOwnAccountsEndWithTheirAccount() {
        As.role(Role.ADMIN).delete("/v1/sessions/nurse").then().statusCode(404);
    }

    @Test
    void anotherSiteCannotWriteWithOurCookie() {
        var session = signIn("admin", As.issued(Role.ADMIN).password());

        browser(session)
                .header("Sec-Fetch-Site", "cross-site")
                .delete("/v1/session")
                .then()
                .statusCode(403);
        browser(session)
                .header("Sec-Fetch-Site", "same-site")
                .delete("/v1/session")
                .then()
                .statusCode(403);
        browser(session)
                .header("Origin", "https://evil.example")
                .delete("/v1/session")
                .then()
                .statusCode(403);
        browser(session).header("Origin", "null").delete("/v1/session").then().statusCode(403);
        browser(session).delete("/v1/session").then().statusCode(403).contentType("application/problem+json");
        browser(session)
                .header(SameOrigin.HEADER, "1")
                .delete("/v1/session")
                .then()
                .statusCode(204);
    }

    @Test
    void anotherSiteCannotSignSomebodyInAsSomebodyElse() {
        var nurse =
                Map.of("username", "nurse", "password", As.issued(Role.NURSE).password());
        for (var header : Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                .entrySet()) {
            given().contentType(ContentType.JSON)
                    .header(header.getKey(), header.getValue())
                    .body(nurse)
                    .post("/v1/session")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void guessingIsSlowedDown() {
        for (var guess = 0; guess < 10; guess++) {
            assertThat(signIn("somebody", "guess").statusCode()).isEqualTo(401);
        }
        signIn("somebody", "guess").then().statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void whoGuessesLocksNobodyElseOut() throws Exception {
        try (var attacker = new FromAddress("127.0.0.12", service)) {
            for (var guess = 0; guess < 10; guess++) {
                assertThat(attacker.post("/v1/session", guess("integration")).statusCode())
                        .isEqualTo(401);
            }
            assertThat(attacker.post("/v1/session", guess("integration")).statusCode())
                    .isEqualTo(429);
        }

        signIn("integration", As.issued(Role.INTEGRATION).password()).then().statusCode(200);
    }

    @Test
    void anAddressThatTriesManyNamesIsSlowedDown() throws Exception {
        try (var attacker = new FromAddress("127.0.0.13", service)) {
            var tries = 1;
            while (attacker.post("/v1/session", guess("made-up-" + tries)).statusCode() == 401) {
                assertThat(++tries).isLessThan(MORE_THAN_ONE_MAY);
            }

            assertThat(tries).isGreaterThan(60);
        }
    }

    private static String guess(String username) {
        return "{\"username\":\"" + username + "\",\"password\":\"guess\"}";
    }

    private static Response signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/v1/session");
    }

    private String session(Colleague user, Role role, Duration sinceSignIn, Duration left) throws Exception {
        return ChosenSession.of(database, user.username(), role, sinceSignIn, left);
    }

    private static Response renew(String cookie) {
        return browser(cookie).header(SameOrigin.HEADER, "1").post("/v1/session/renewal");
    }

    private static Instant instant(Response answer, String field) {
        return Instant.parse(answer.<String>path(field));
    }

    private static RequestSpecification browser(Response session) {
        return browser(session.cookie(PresentedToken.COOKIE));
    }

    private static RequestSpecification browser(String cookie) {
        return given().cookie(PresentedToken.COOKIE, cookie);
    }
}
