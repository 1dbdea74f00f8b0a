package health.vigil.account;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class AccountsTest {
    @Inject
    DataSource database;

    @Test
    void secretsAreTheirOwnersAlone() throws IOException {
        for (var file : List.of("credentials.json", "keys/signing.pem")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(As.folder().resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anAddedAccountIsWhatItWasMadeFor() {
        var issued = add(Map.of(
                        "username", "monitor-7", "role", "device", "deviceId", "monitor-7", "wards", List.of("north")))
                .as(IssuedCredentials.class);

        as(issued.token())
                .then()
                .statusCode(200)
                .body("role", equalTo("device"))
                .body("deviceId", equalTo("monitor-7"))
                .body("wards", equalTo(List.of("north")));
    }

    @Test
    void aRotatedTokenEndsAndTheNewOneHolds() {
        var old = add(Map.of("username", "rotated", "role", "nurse")).as(IssuedCredentials.class);
        as(old.token()).then().statusCode(200);

        var issued = As.role(Role.ADMIN).post("/v1/accounts/rotated/rotation").as(IssuedCredentials.class);

        as(old.token()).then().statusCode(401);
        as(issued.token()).then().statusCode(200);
    }

    @Test
    void aRevokedAccountIsNobody() {
        var issued = add(Map.of("username", "revoked", "role", "nurse")).as(IssuedCredentials.class);

        As.role(Role.ADMIN).delete("/v1/accounts/revoked").then().statusCode(204);

        as(issued.token()).then().statusCode(401);
        As.role(Role.ADMIN).delete("/v1/accounts/revoked").then().statusCode(404);
        add(Map.of("username", "revoked", "role", "nurse")).then().statusCode(409);
    }

    @Test
    void theLastAdministratorStays() {
        As.role(Role.ADMIN).delete("/v1/accounts/admin").then().statusCode(409);
    }

    @Test
    void ofTwoAccountsOfOneNameThatAreMadeAtOnceOneIsMade() throws Exception {
        var name = "twin-" + UUID.randomUUID();
        try (var blocked = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocked.setAutoCommit(false);
            blocked.createStatement().execute("lock table account in share mode");
            var answers = Stream.of("nurse", "physician")
                    .map(role -> threads.submit(
                            () -> add(Map.of("username", name, "role", role)).statusCode()))
                    .toList();
            await().untilAsserted(() -> assertThat(waiting()).isGreaterThan(1));
            blocked.rollback();

            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void ofTwoAdministratorsWhoAreRevokedAtOnceOneStays() throws Exception {
        var one = Colleague.of(Role.ADMIN, Map.of());
        var other = Colleague.of(Role.ADMIN, Map.of());
        var absent = update(
                "update account set revoked_at = now() where role = 'admin' and revoked_at is null"
                        + " and username not in (?, ?)",
                one.username(),
                other.username());
        try (var blocked = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocked.setAutoCommit(false);
            blocked.createStatement().execute("lock table credential in share mode");
            var answers = Stream.of(one, other)
                    .map(gone -> threads.submit(() -> one.asks()
                            .delete("/v1/accounts/{name}", gone.username())
                            .statusCode()))
                    .toList();
            await().untilAsserted(() -> assertThat(waiting()).isGreaterThan(1));
            blocked.rollback();

            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(204, 409);
        } finally {
            update(
                    "update account set revoked_at = case when username in (?, ?) then now() end where role = 'admin'",
                    one.username(),
                    other.username());
        }
        assertThat(absent).isPositive();
        As.role(Role.ADMIN).get("/v1/accounts").then().statusCode(200);
    }

    @Test
    void whoIsNotKnownYetMayTryAgainWhileTheDatabaseIsSilent() throws Exception {
        var unseen = Colleague.of(Role.NURSE, Map.of());
        var seen = Colleague.of(Role.NURSE, Map.of());
        seen.asks().get("/v1/session").then().statusCode(200);
        try (var blocked = database.getConnection()) {
            blocked.setAutoCommit(false);
            blocked.createStatement().execute("lock table credential in access exclusive mode");

            unseen.asks().get("/v1/session").then().statusCode(503).header("Retry-After", "2");
            seen.asks().get("/v1/session").then().statusCode(200);

            blocked.rollback();
        }
        // Those who are known are not looked up for a while.
        As.role(Role.ADMIN)
                .delete("/v1/accounts/{name}", seen.username())
                .then()
                .statusCode(204);
        await().untilAsserted(() -> seen.asks().get("/v1/session").then().statusCode(401));
    }

    private int update(String statement, String... names) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int index = 0; index < names.length; index++) {
                prepared.setString(index + 1, names[index]);
            }
            return prepared.executeUpdate();
        }
    }

    /// The number of sessions that wait for a lock.
    private long waiting() throws SQLException {
        try (var connection = database.getConnection();
                var rows =
                        connection.createStatement().executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aListNamesAccountsAndNoSecrets() {
        var answer = As.role(Role.ADMIN).get("/v1/accounts").then().body("items.username", hasItem("nurse"));

        assertThat(answer.extract().asString()).doesNotContain("password", "token", "$2a$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"UPPER\", \"role\": \"nurse\"}",
                "{\"username\": \"a b\", \"role\": \"nurse\"}",
                "{\"username\": \"ok-1\", \"role\": \"king\"}",
                "{\"username\": \"ok-2\", \"role\": \"nurse\", \"deviceId\": \"d\"}",
                "{\"username\": \"ok-3\", \"role\": \"nurse\", \"wards\": []}",
                "{\"username\": \"ok-4\", \"role\": \"nurse\", \"wards\": [null]}",
                "{\"username\": \"ok-5\"}",
                "{\"username\": \"ok-6\", \"role\": \"nurse\", \"wards\": [\"W\\u0000A\"]}",
                "{\"username\": \"ok-7\", \"role\": \"nurse\", \"wards\": [\"W\\ud800\"]}",
                "{\"username\": \"ok-8\", \"role\": \"device\", \"deviceId\": \"d\\u0000\"}",
                "{\"username\": \"ok-9\", \"role\": \"device\", \"deviceId\": \"\\udc00d\"}"
            })
    void anAccountThatMakesNoSenseIsRefused(String body) {
        As.role(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/accounts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static Response add(Map<String, ?> account) {
        return As.role(Role.ADMIN).contentType(ContentType.JSON).body(account).post("/v1/accounts");
    }

    private static Response as(String token) {
        return given().auth().oauth2(token).get("/v1/session");
    }
}
