package health.vigil.access;

import health.vigil.EmbeddedTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class TokenTest {
    @ParameterizedTest
    @EnumSource
    void everyRoleHasAnAccountFromTheFirstStart(Role role) {
        As.role(role).get("/v1/session").then().statusCode(200).body("role", equalTo(role.word()));
    }

    @Test
    void noTokenIsChallenged() {
        given().get("/v1/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", notNullValue())
                .body("status", equalTo(401));
    }

    @Test
    void garbageIsRefused() {
        given().auth()
                .oauth2("garbage")
                .get("/v1/session")
                .then()
                .log()
                .all()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2("garbage")
                .get("/q/health/live")
                .then()
                .log()
                .all()
                .statusCode(200);
        given().get("/q/health/ready").then().log().all().statusCode(200);
        given().get("/v1/none").then().log().all().statusCode(404).contentType("application/problem+json");
        given().get("/none").then().log().all().statusCode(404).contentType("application/problem+json");
        given().put("/v1/session").then().log().all().statusCode(405);
        given().body("{")
                .contentType("application/json")
                .post("/v1/session")
                .then()
                .log()
                .all()
                .statusCode(400);
        given().body("{\"username\":\"a\",\"x\":1}")
                .contentType("application/json")
                .post("/v1/session")
                .then()
                .log()
                .all()
                .statusCode(400);
        given().body("{\"username\":\"a\"}")
                .contentType("application/json")
                .post("/v1/session")
                .then()
                .log()
                .all()
                .statusCode(400);
        given().body("{\"username\":\"a\"}")
                .contentType("text/plain")
                .post("/v1/session")
                .then()
                .log()
                .all()
                .statusCode(415);
        given().accept("text/html")
                .auth()
                .oauth2(As.issued(Role.ADMIN).token())
                .get("/v1/session")
                .then()
                .log()
                .all()
                .statusCode(406);
        As.role(Role.NURSE).get("/v1/accounts").then().log().all().statusCode(403);
        As.role(Role.ADMIN).get("/v1/accounts").then().log().all().statusCode(200);
        given().get("/q/metrics").then().log().all().statusCode(404);
    }
}
