package health.vigil.http;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@ServiceTest
class ProblemsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/nothing", "/nothing", "/v1", "/v1/session/x", "/q/metrics", "/q/openapi", "/q/swagger-ui"})
    void anUnknownPathIsNotFound(String path) {
        problem(given().get(path).then(), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz", "/v1/episodes/a%2", "/v1/episodes?ward=%", "/%", "/v1/a|b"})
    void anAddressThatCannotBeReadIsRefused(String path) throws IOException {
        var answer = RawHttp.get(path);

        assertThat(RawHttp.status(answer)).isEqualTo(400);
        assertThat(answer).contains("application/problem+json", "X-Content-Type-Options: nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "TRACE", "BREW"})
    void anotherMethodIsRefusedWithTheOnesThatAre(String method) {
        problem(given().request(method, "/v1/session").then(), 405).header("Allow", equalTo("DELETE, GET, POST"));
    }

    /// Also if the paths of two classes have the same prefix.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /v1/episodes/nobody | GET, PATCH",
                "POST | /v1/wards/north/board | GET",
                "PUT | /v1/observations/o-1 | GET",
                "PUT | /v1/alerts/a-1/acknowledgement | DELETE, POST",
                "DELETE | /v1/patients/nobody/trends | GET",
                "POST | /v1/devices/monitor/binding | DELETE, GET, PUT",
                "GET | /v1/observations | POST"
            })
    void soItIsOnAPathOfManyPatientsOrThings(String method, String path, String allowed) {
        problem(As.role(Role.NURSE).request(method, path).then(), 405).header("Allow", equalTo(allowed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{\"username\": \"a\", \"password\": \"b\"} x",
                "{\"username\": \"a\", \"password\": \"b\"}{}",
                "{\"username\": \"a\", \"username\": \"a\", \"password\": \"b\"}",
                "{\"username\": NaN, \"password\": \"b\"}",
                "{'username': 'a', 'password': 'b'}",
                "{\"username\": \"a\", \"password\": \"b\", /* */ }",
                "{\"username\": 1, \"password\": \"b\"}",
                "{\"username\": true, \"password\": \"b\"}",
                "{\"username\": {}, \"password\": \"b\"}",
                "{\"username\": [], \"password\": \"b\"}"
            })
    void whatIsNotExactlyTheJsonThatIsMeantIsRefused(String body) {
        problem(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/session")
                        .then(),
                400);
    }

    @Test
    void aDeepBodyIsRefused() {
        var body = "{\"username\":".repeat(5000) + "1" + "}".repeat(5000);
        problem(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/session")
                        .then(),
                400);
    }

    @Test
    void anUnknownFieldIsNamed() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"username\": \"a\", \"password\": \"b\", \"role\": \"admin\"}")
                                .post("/v1/session")
                                .then(),
                        400)
                .body("violations[0].field", equalTo("role"))
                .body("violations[0].message", notNullValue());
    }

    @Test
    void aMissingFieldIsNamed() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"username\": \"a\"}")
                                .post("/v1/session")
                                .then(),
                        400)
                .body("violations[0].field", equalTo("password"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        problem(
                        As.role(Role.ADMIN)
                                .contentType(ContentType.JSON)
                                .body(
                                        "{\"username\": \"A B\", \"role\": \"king\", \"wards\": [], \"deviceId\": 1, \"x\": 1}")
                                .post("/v1/accounts")
                                .then(),
                        400)
                .body("violations.field", equalTo(List.of("username", "role", "wards", "deviceId", "x")));
    }

    /// An empty name is well-formed, but no user has it.
    @Test
    void anEmptyNameIsRead() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("{\"username\": \"\", \"password\": \"\"}")
                        .post("/v1/session")
                        .then(),
                401);
    }

    @ParameterizedTest
    @CsvSource({"65, 1, username", "1, 73, password"})
    void aLongNameOrPasswordIsRefused(int name, int password, String field) {
        problem(
                        given().contentType(ContentType.JSON)
                                .body(Map.of("username", "a".repeat(name), "password", "b".repeat(password)))
                                .post("/v1/session")
                                .then(),
                        400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void noValueThatWasSentComesBack() {
        var answer = given().contentType(ContentType.JSON)
                .body("{\"username\": {\"marker-4711\": 1}, \"password\": \"marker-4712\"}")
                .post("/v1/session")
                .asString();

        assertThat(answer).doesNotContain("marker-471");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        problem(given().contentType("text/plain").body("x").post("/v1/session").then(), 415);
        problem(As.role(Role.NURSE).accept("text/html").get("/v1/session").then(), 406);
    }

    @Test
    void aLargeBodyIsRefused() {
        var body = "{\"username\": \"" + "x".repeat(300_000) + "\"}";
        problem(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/session")
                        .then(),
                413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/session", "/v1/episodes", "/v1/observations", "/v1/webhooks"})
    void aLargeBodyThatDoesNotSayHowLongItIsIsRefused(String path) throws IOException {
        var role = path.equals("/v1/webhooks") ? Role.ADMIN : Role.NURSE;
        var chunk = " ".repeat(0x8000);
        var start = "1\r\n{\r\n";
        var body = start + ("8000\r\n" + chunk + "\r\n").repeat(9) + "0\r\n";

        var answer = RawHttp.send(
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Authorization: Bearer " + As.token(role),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                body);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip"})
    void aPackedBodyIsRefused(String encoding) {
        problem(
                given().contentType(ContentType.JSON)
                        .header("Content-Encoding", encoding)
                        .body("{}")
                        .post("/v1/session")
                        .then(),
                415);
    }

    @Test
    void aLongAddressAndLargeHeadersAreRefused() throws IOException {
        var long414 = RawHttp.get("/v1/" + "x".repeat(5_000));
        var large431 = RawHttp.get("/v1/session", "X-Large: " + "x".repeat(20_000));

        assertThat(long414).startsWith("HTTP/1.1 414").contains("application/problem+json");
        assertThat(large431).startsWith("HTTP/1.1 431").contains("application/problem+json");
    }

    @Test
    void everyAnswerHasSafeHeaders() {
        for (var path : new String[] {"/v1/session", "/nothing", "/q/health/live"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer");
        }
        given().get("/v1/session").then().header("Cache-Control", "no-store");
    }

    @Test
    void anotherOriginIsNotLetIn() {
        var answer =
                As.role(Role.NURSE).header("Origin", "https://evil.example").get("/v1/session");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }
}
