package health.vigil.access;

import health.vigil.account.IssuedCredentials;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/// An account for one test.
public record Colleague(String username, String token) {
    /// A nurse of one ward.
    public static Colleague nurseOf(String ward) {
        return of(Role.NURSE, Map.of("wards", List.of(ward)));
    }

    public static Colleague of(Role role, Map<String, ?> more) {
        var account = new HashMap<String, Object>(more);
        account.put("username", "c-" + UUID.randomUUID());
        account.put("role", role.word());
        var issued = As.role(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(account)
                .post("/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .as(IssuedCredentials.class);
        return new Colleague(issued.username(), issued.token());
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token);
    }

    public RequestSpecification sends(Object body) {
        return asks().contentType(ContentType.JSON).body(body);
    }
}
