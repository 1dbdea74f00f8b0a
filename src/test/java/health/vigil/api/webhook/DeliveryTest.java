package health.vigil.api.webhook;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.vigil.EmbeddedTestResource;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.store.Database;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;

/// Deliveries of alerts to another system. The settings of the tests allow it to be on this machine.
@ServiceTest
class DeliveryTest {

    @Inject
    MonitorWrites writes;

    @Inject
    Database database;

    private final List<DeliveredRequest> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private AdmittedPatient patient;
    private HttpServer receiver;

    record DeliveredRequest(Map<String, List<String>> headers, String body) {
        String id() {
            return headers.getOrDefault("Webhook-id", List.of()).getFirst();
        }

        List<String> alerts() {
            return JsonPath.from(body).getList("data.events.id");
        }
    }

    @BeforeEach
    void open() throws IOException {
        patient = AdmittedPatient.justNow();
        receiver = HttpServer.create(new InetSocketAddress(EmbeddedTestResource.INNER_HOST, 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new DeliveredRequest(Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/elsewhere");
            exchange.sendResponseHeaders(answer.get(), -1);
        }
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private JsonPath webhook() {
        return As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of(
                        "url",
                        "http://%s:%d/alerts"
                                .formatted(
                                        EmbeddedTestResource.INNER_HOST,
                                        receiver.getAddress().getPort()),
                        "ward",
                        patient.ward()))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String state(String webhook) {
        return As.role(Role.ADMIN)
                .get("/v1/webhooks/{id}/deliveries", webhook)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[0].state");
    }

    private void awaitState(String webhook, String state) {
        await().untilAsserted(() -> assertThat(state(webhook)).isEqualTo(state));
    }

    @Test
    void anAlertIsDeliveredSignedAsStandardWebhooksSays() {
        var webhook = webhook();

        var alert = writes.raisedAtOnce(patient);

        awaitState(webhook.getString("id"), "delivered");
        var delivered = received.getFirst();
        assertThat(delivered.alerts()).containsExactly(alert.toString());
        assertThat(JsonPath.from(delivered.body()).getString("data.events[0].event"))
                .isEqualTo("raised");
        assertThatCode(() -> new Webhook(webhook.getString("secret"))
                        .verify(delivered.body(), HttpHeaders.of(delivered.headers(), (_, _) -> true)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsToldOfOnePatientAtOnceIsOneMessage() {
        var webhook = webhook();

        var first = writes.raise(patient);
        var second = writes.raise(patient);

        awaitState(webhook.getString("id"), "delivered");
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().alerts()).containsExactly(first.toString(), second.toString());
    }

    @Test
    void aReceiverThatFailsIsTriedAgainWithTheSameMessage() {
        var webhook = webhook();
        answer.set(500);
        writes.raisedAtOnce(patient);
        await().untilAsserted(() -> assertThat(received).isNotEmpty());
        awaitState(webhook.getString("id"), "waiting");

        answer.set(204);
        await().untilAsserted(() -> {
            dueNow(webhook);
            assertThat(state(webhook.getString("id"))).isEqualTo("delivered");
        });

        assertThat(received)
                .hasSizeGreaterThan(1)
                .extracting(DeliveredRequest::id)
                .containsOnly(received.getFirst().id());
    }

    private void dueNow(JsonPath webhook) {
        database.execute(sql -> sql.update(
                "update webhook_delivery set due_at = now() where state = 'waiting' and attempts > 0 and fault is not"
                        + " null and webhook_id = ?::uuid",
                webhook.getString("id")));
    }

    @Test
    void aRedirectIsNotFollowed() {
        var webhook = webhook();
        answer.set(307);

        writes.raisedAtOnce(patient);

        await().untilAsserted(() -> As.role(Role.ADMIN)
                .get("/v1/webhooks/{id}/deliveries", webhook.getString("id"))
                .then()
                .body("items[0].status", equalTo(307)));
        assertThat(received).hasSize(1);
    }

    @Test
    void afterADayItIsGivenUpAndThatIsAnAlert() {
        var webhook = webhook();
        answer.set(503);
        writes.raisedAtOnce(patient);
        await().untilAsserted(() -> assertThat(received).isNotEmpty());

        await().untilAsserted(() -> {
            database.execute(sql -> sql.update(
                    "update webhook_delivery set created_at = now() - interval '25 hours', due_at = now()"
                            + " where state = 'waiting' and fault is not null and webhook_id = ?::uuid",
                    webhook.getString("id")));
            assertThat(state(webhook.getString("id"))).isEqualTo("given-up");
        });

        await().untilAsserted(() -> assertThat(database.<Long>read(sql -> sql.first(
                                "select count(*) as n from alert where state = 'open' and condition = ?",
                                row -> row.number("n"),
                                "technical:delivery-given-up:" + webhook.getString("id"))
                        .orElseThrow()))
                .isEqualTo(1));
    }

    @Test
    void onlyAdminsReadWhatWasToldToWhom() {
        As.role(Role.NURSE).get("/v1/webhooks/none/deliveries").then().statusCode(403);
        As.role(Role.ADMIN).get("/v1/webhooks/none/deliveries").then().statusCode(404);
    }
}
