package health.vigil.account;

import health.vigil.EmbeddedTestResource;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.signin.UserView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class AccountsTest {
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

        var answer = as(issued.token()).then().statusCode(200).extract().as(UserView.class);

        assertThat(answer.role()).isEqualTo("device");
        assertThat(answer.deviceId()).contains("monitor-7");
        assertThat(answer.wards()).contains(List.of("north"));
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
                "{\"username\": \"ok-5\"}"
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
