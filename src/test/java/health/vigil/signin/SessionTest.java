package health.vigil.signin;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.http.FromAddress;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
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

    private static RequestSpecification browser(Response session) {
        return given().cookie(PresentedToken.COOKIE, session.cookie(PresentedToken.COOKIE));
    }
}
