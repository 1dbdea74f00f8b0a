package health.vigil.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.ServiceTest;
import health.vigil.pages.TestBrowser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Signing in to the pages at the hospital's identity provider: the authorization-code flow, step by step.
@ServiceTest
@TestProfile(HospitalProfile.class)
class ProviderSignInTest {
    private static final String SESSION = "vigil-session";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    @TestHTTPResource(value = "/", tls = true)
    @SuppressWarnings("NullAway.Init")
    URI https;

    private final HospitalCertificates papers =
            new HospitalCertificates(Path.of(System.getProperty(HospitalResource.FOLDER)));

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void openABrowser() throws IOException, GeneralSecurityException {
        browser = new Browser(papers);
    }

    @AfterEach
    void closeIt() {
        browser.close();
    }

    @Test
    void theBrowserIsSentToTheProviderWithPkceStateAndNonce() throws Exception {
        var answer = begin();

        var asked = AuthorizationGrants.parameters(Browser.next(answer).getRawQuery());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", AuthorizationGrants.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", https.resolve("v1/session/provider/answer") + "")
                .containsKeys("code_challenge", "state", "nonce");
        assertThat(cookies(answer))
                .singleElement()
                .asString()
                .startsWith("q_auth_" + asked.get("state") + "=")
                .containsIgnoringCase("HttpOnly")
                .contains("Secure", "SameSite=Lax", "Path=/v1/session")
                .doesNotContain(asked.get("nonce"));
    }

    @Test
    void whoeverComesBackHasASessionThatScriptsAndOtherSitesDoNotGet() throws Exception {
        var answer = browser.open(comeBack("&role=nurse&ward=north"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.next(answer)).isEqualTo(https.resolve("sign-in?done"));
        assertThat(cookies(answer))
                .filteredOn(cookie -> cookie.startsWith(SESSION))
                .singleElement()
                .asString()
                .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/;", "Max-Age=43200");
        assertThat(cookies(answer)).noneMatch(cookie -> cookie.startsWith("q_session"));
        var session = (ObjectNode) new ObjectMapper().readTree(get("v1/session").body());
        assertThat(session.remove(List.of("timeZone", "at", "expiresAt", "renewableUntil")))
                .isEqualTo(new ObjectMapper().readTree("""
            {"username": "nurse-1", "role": "nurse", "wards": ["north"]}\
            """));
    }

    @Test
    void theAccessTokensRoleAndWardsCount() throws Exception {
        signIn("&role=nurse&ward=north");
        assertThat(get("v1/wards/north/board").statusCode()).isEqualTo(200);
        assertThat(get("v1/wards/south/board").statusCode()).isEqualTo(404);
        assertThat(get("v1/audit").statusCode()).isEqualTo(403);

        signIn("&role=admin");
        assertThat(get("v1/audit").statusCode()).isEqualTo(200);
        assertThat(get("v1/wards/north/board").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "device", "none"})
    void withoutARoleForPeopleThereIsNoSession(String role) throws Exception {
        var answer = browser.open(comeBack("&role=" + role));

        assertRefused(answer, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&other-nonce=mine", "&audience=another-service"})
    void tokensForSomebodyElseAreRefused(String spoilt) throws Exception {
        var answer = browser.open(comeBack("&role=nurse" + spoilt));

        assertRefused(answer, 401);
    }

    @Test
    void anotherStateIsRefused() throws Exception {
        var back = comeBack("&role=nurse") + "";

        assertRefused(browser.open(URI.create(back.replaceFirst("state=.{8}", "state=00000000"))), 401);
        assertRefused(browser.open(URI.create(back.replaceFirst("&state=.*", ""))), 401);
        assertRefused(browser.open(URI.create(back.replaceFirst("code=[^&]*&", ""))), 401);
    }

    /// An attacker's code must not sign in a victim as the attacker, nor the other way round.
    @Test
    void aCodeIsOfNoUseInAnotherBrowser() throws Exception {
        var back = comeBack("&role=physician");
        try (var foreign = new Browser(papers)) {
            assertRefused(foreign.open(back), 401);
            foreign.open(https.resolve("v1/session/provider"));
            assertRefused(foreign.open(back), 401);

            assertThat(foreign.cookie(SESSION)).isEmpty();
        }
    }

    @Test
    void aCodeThatWasUsedIsRefused() throws Exception {
        var back = comeBack("&role=nurse");
        assertThat(browser.open(back).statusCode()).isEqualTo(303);

        assertRefused(browser.open(back), 401);
        var code = AuthorizationGrants.parameters(back.getRawQuery()).get("code");
        var again = comeBack("&role=nurse") + "";
        assertRefused(browser.open(URI.create(again.replaceFirst("code=[^&]*", "code=" + code))), 401);
    }

    /// An attacker who intercepts the code, even with the client's secret, cannot exchange it.
    @ParameterizedTest
    @ValueSource(strings = {"", "&code_verifier=guessed"})
    void theProviderRefusesACodeWithoutItsVerifier(String verifier) throws Exception {
        var caught = AuthorizationGrants.parameters(comeBack("&role=nurse").getRawQuery())
                .get("code");
        var known = Base64.getEncoder()
                .encodeToString((AuthorizationGrants.CLIENT + ":" + AuthorizationGrants.SECRET)
                        .getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=authorization_code&code=" + caught + "&redirect_uri="
                + https.resolve("v1/session/provider/answer") + verifier;

        var answer = browser.send(HttpRequest.newBuilder(provider().resolve("/token"))
                .header("Authorization", "Basic " + known)
                .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() throws Exception {
        signIn("&role=nurse");
        var session = browser.cookie(SESSION).orElseThrow();
        assertThat(send("DELETE", "v1/session", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(204);
        assertThat(browser.cookie(SESSION)).isEmpty();

        var there = AuthorizationGrants.parameters(
                Browser.next(get("v1/session/provider/end")).getRawQuery());
        browser.setCookie(https, SESSION, session);

        assertThat(get("v1/session").statusCode()).isEqualTo(401);
        assertThat(there)
                .containsEntry("client_id", AuthorizationGrants.CLIENT)
                .containsEntry("post_logout_redirect_uri", https.resolve("signed-out") + "")
                .containsKey("id_token_hint");
        assertThat(Browser.next(get("v1/session/provider/end"))).isEqualTo(https.resolve("signed-out"));
    }

    @Test
    void aSessionIsRenewedAndStaysTheSame() throws Exception {
        signIn("&role=dashboard");
        var session = browser.cookie(SESSION).orElseThrow();
        endSoon(session);
        var json = new ObjectMapper();
        var before = json.readTree(get("v1/session").body());

        var answer = send("POST", "v1/session/renewal", "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("Max-Age=43200"));
        assertThat(browser.cookie(SESSION)).contains(session);
        var after = json.readTree(answer.body());
        var longAfter = Instant.now().plus(Duration.ofHours(11));
        assertThat(Instant.parse(before.path("expiresAt").asText())).isBefore(longAfter);
        assertThat(Instant.parse(after.path("expiresAt").asText())).isAfter(longAfter);
        assertThat(storedEnd(session)).isAfter(longAfter);
        assertThat(Instant.parse(json.readTree(get("v1/session").body())
                        .path("expiresAt")
                        .asText()))
                .isAfter(longAfter);
        assertThat(after.path("renewableUntil")).isEqualTo(before.path("renewableUntil"));
        assertThat(Instant.parse(after.path("renewableUntil").asText()))
                .isAfter(Instant.now().plus(Duration.ofDays(89)));
    }

    /// As if the session had been opened nearly a shift ago.
    private void endSoon(String session) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update page_session set expires_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(Instant.now().plus(Duration.ofMinutes(5))));
            update.setBytes(2, digest(session));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private Instant storedEnd(String session) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select expires_at from page_session where id = ?")) {
            query.setBytes(1, digest(session));
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getTimestamp(1).toInstant();
            }
        }
    }

    private static byte[] digest(String session) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The time of the sign-in is part of what is hashed.
    @Test
    void nobodyMovesTheTimeOfTheirSignIn() throws Exception {
        signIn("&role=nurse");
        var session = browser.cookie(SESSION).orElseThrow();

        assertThat(statusOf(session)).isEqualTo(200);
        assertThat(statusOf(session.replaceFirst("\\.\\d", ".9"))).isEqualTo(401);
    }

    private int statusOf(String session) throws Exception {
        try (var other = new Browser(papers)) {
            other.setCookie(https, SESSION, session);
            return other.open(https.resolve("v1/session")).statusCode();
        }
    }

    @Test
    void anAdministratorEndsTheSessionsOfAUser() throws Exception {
        signIn("&role=dashboard");
        var display = browser.cookie(SESSION).orElseThrow();
        signIn("&role=admin");

        var ended = send("DELETE", "v1/sessions/dashboard-1", "Sec-Fetch-Site", "same-origin");

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(ended.body()).path("ended").asInt())
                .isPositive();
        assertThat(get("v1/session").statusCode()).isEqualTo(200);
        assertThat(statusOf(display)).isEqualTo(401);
        assertThat(get("v1/audit").body())
                .contains("\"actor\":\"admin-1\",\"role\":\"admin\",\"action\":\"DELETE /v1/sessions/dashboard-1\"");
    }

    /// A mistyped name must not look as if the lost display were signed out.
    @Test
    void aNameWithoutASessionIsNotFound() throws Exception {
        signIn("&role=admin");

        assertThat(send("DELETE", "v1/sessions/dashboard-l", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void noSessionEndsWithoutARecord() throws Exception {
        signIn("&role=physician");
        var physician = browser.cookie(SESSION).orElseThrow();
        signIn("&role=admin");
        execute("alter table audit add constraint unrecordable"
                + " check (action <> 'DELETE /v1/sessions/physician-1') not valid");
        try {
            assertThat(send("DELETE", "v1/sessions/physician-1", "Sec-Fetch-Site", "same-origin")
                            .statusCode())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            execute("alter table audit drop constraint unrecordable");
        }

        assertThat(statusOf(physician)).isEqualTo(200);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aPageOfAnotherUserIsNobodys() throws Exception {
        signIn("&role=nurse");

        assertThat(send("GET", "v1/session", "X-Vigil-User", "physician-1").statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "v1/session", "X-Vigil-User", "nurse-1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherSiteCannotUseTheSession() throws Exception {
        signIn("&role=admin");

        for (var header : List.of("cross-site", "same-site", "none")) {
            assertThat(send("DELETE", "v1/session", "Sec-Fetch-Site", header).statusCode())
                    .isEqualTo(403);
        }
        assertThat(send("POST", "v1/webhooks", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "v1/webhooks", "Accept", "*/*").statusCode()).isEqualTo(403);
        assertThat(get("v1/session").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsSentToAnAddressThatSomebodyGave() throws Exception {
        for (var query : List.of("next", "redirect_uri", "returnTo")) {
            var begun = browser.open(https.resolve("v1/session/provider?" + query + "=https%3A%2F%2Fevil.example"));
            assertThat(begun.headers().firstValue("Location").orElseThrow())
                    .startsWith(provider().resolve("/authorize") + "?")
                    .doesNotContain("evil");
            var back = Browser.next(browser.open(URI.create(Browser.next(begun) + "&role=nurse")));
            var done = browser.open(URI.create(back + "&" + query + "=https%3A%2F%2Fevil.example"));
            assertThat(Browser.next(done)).isEqualTo(https.resolve("sign-in?done"));
        }
        var forwarded = send("GET", "v1/session/provider", "X-Forwarded-Host", "evil.example");
        assertThat(Browser.next(forwarded).toString()).doesNotContain("evil");
    }

    @Test
    void aForgedSessionIsNobodys() throws Exception {
        var token = Tokens.of(PublishedKeys.in(papers.folder()).loadPrivate(), "admin", claims -> {});
        for (var forged : List.of(token, "", "x", "../../etc/passwd", "A".repeat(43))) {
            browser.setCookie(https, SESSION, forged);
            assertThat(get("v1/session").statusCode()).as(forged).isEqualTo(401);
        }
        try (var other = new Browser(papers)) {
            for (var theirs : List.of("q_session", "q_session_other", "q_session_chunk_1", "q_auth_x")) {
                other.setCookie(https, theirs, token);
                assertThat(other.open(https.resolve("v1/session")).statusCode()).isEqualTo(401);
                assertThat(other.open(https.resolve("v1/session?code=1&state=x"))
                                .statusCode())
                        .isEqualTo(401);
                assertThat(other.open(https.resolve("sign-in")).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void theSignInIsOnRecordAndSoIsTheRefusal() throws Exception {
        browser.open(https.resolve("v1/session/provider/answer?code=1&state=1"));
        signIn("&role=physician");
        signIn("&role=admin");

        var entries = get("v1/audit").body();

        assertThat(entries)
                .contains("\"actor\":\"physician-1\",\"action\":\"GET /v1/session/provider/answer\"")
                .contains("\"outcome\":401");
    }

    @Test
    void passwordsAreNotAskedForHere() throws Exception {
        var answer = browser.send(HttpRequest.newBuilder(https.resolve("v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"nurse\",\"password\":\"guessed\"}")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(get("sign-in").body()).contains("/v1/session/provider").doesNotContain("password");
    }

    @Test
    void aPersonSignsInAtTheProviderAndComesBackToThePageTheyAskedFor() {
        var page = TestBrowser.at(https);
        page.navigate("/alerts?ward=north");

        page.getByText("Sign in as nurse-1").click();
        page.waitForURL("**/alerts?ward=north");
        page.getByText("Sign out").click();
        page.getByText("Go back").click();

        page.waitForURL("**/signed-out");
        assertThat(page.locator("#where").textContent()).contains("You are signed out");
        assertThat(page.request().get("/v1/session").status()).isEqualTo(401);
        page.context().close();
    }

    private HttpResponse<String> begin() throws IOException, InterruptedException {
        return get("v1/session/provider");
    }

    /// Goes to the provider and back, as the user in the parameters; returns the URL to open next.
    private URI comeBack(String asWhom) throws IOException, InterruptedException {
        return Browser.next(browser.open(URI.create(Browser.next(begin()) + asWhom)));
    }

    private void signIn(String asWhom) throws IOException, InterruptedException {
        assertThat(browser.open(comeBack(asWhom)).statusCode()).isEqualTo(303);
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("You are not signed in");
        assertThat(cookies(answer)).noneMatch(cookie -> cookie.startsWith(SESSION));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private URI provider() throws IOException, InterruptedException {
        return Browser.next(begin()).resolve("/");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.open(https.resolve(path));
    }

    private HttpResponse<String> send(String method, String path, String header, String value)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(https.resolve(path))
                .header(header, value)
                .method(method, BodyPublishers.noBody()));
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
