package health.vigil.api.webhook;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@ServiceTest
class WebhookTest {
    private static ValidatableResponse post(Map<String, ?> body) {
        return As.role(Role.ADMIN)
                .contentType(JSON)
                .body(body)
                .post("/v1/webhooks")
                .then();
    }

    @Test
    void theSecretIsShownOnce() {
        var url = "https://hooks.example.org/vigil";
        var id = post(Map.of("url", url, "ward", "north", "priorities", List.of("high")))
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .extract()
                .jsonPath()
                .getString("id");

        As.role(Role.ADMIN)
                .get("/v1/webhooks")
                .then()
                .body("items.find { it.id == '%s' }.url".formatted(id), equalTo(url))
                .body("items.find { it.id == '%s' }.secret".formatted(id), nullValue());
    }

    @Test
    void aWebhookIsRemoved() {
        var id = post(Map.of("url", "https://hooks.example.org/x"))
                .extract()
                .jsonPath()
                .getString("id");

        As.role(Role.ADMIN).delete("/v1/webhooks/{id}", id).then().statusCode(204);

        As.role(Role.ADMIN).get("/v1/webhooks").then().body("items.id", not(hasItem(id)));
        As.role(Role.ADMIN).delete("/v1/webhooks/{id}", id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://user@hooks.example.org/",
                "ftp://hooks.example.org/",
                "hooks.example.org",
                "https://intranet/"
            })
    void nobodyReachesInnerServicesThroughUs(String url) {
        post(Map.of("url", url)).statusCode(400).body("violations.field", hasItem("url"));
    }

    @Test
    void wordsThatAreNoPriorityAreRefused() {
        post(Map.of("url", "https://hooks.example.org/", "priorities", List.of("urgent")))
                .statusCode(400);
    }

    @Test
    void onlyAdminsHaveWebhooks() {
        As.role(Role.NURSE).get("/v1/webhooks").then().statusCode(403);
    }
}
