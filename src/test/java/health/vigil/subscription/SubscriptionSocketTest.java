package health.vigil.subscription;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.CredentialReference;
import health.vigil.access.CredentialReference.CredentialKind;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.store.Database;
import health.vigil.store.SubscriptionQueue;
import health.vigil.subscription.BindingTokens.BindingGrant;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/// Subscriptions that are told over a websocket, with a real client.
@ServiceTest
class SubscriptionSocketTest {
    private static final String PATH = "/fhir/r4/Subscription";
    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    private static final String ALERTS = "http://health.vigil/fhir/SubscriptionTopic/alert";
    private static final int REFUSED = 1008;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MonitorWrites writes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BindingTokens tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init")
    private AdmittedPatient patient;

    @SuppressWarnings("NullAway.Init")
    private Colleague dashboard;

    private final List<SocketClient> clients = new ArrayList<>();

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.justNow();
        dashboard = Colleague.of(Role.DASHBOARD, Map.of("wards", List.of(patient.ward())));
    }

    @AfterEach
    void disconnect() {
        clients.forEach(SocketClient::close);
    }

    private static Map<String, Object> resource(Map<String, ?> channel) {
        var whole = new HashMap<String, Object>(channel);
        whole.putIfAbsent("type", "websocket");
        return new HashMap<>(Map.of(
                "resourceType",
                "Subscription",
                "status",
                "requested",
                "reason",
                "tablet",
                "criteria",
                ALERTS,
                "channel",
                whole));
    }

    private static Response post(Colleague who, Map<String, Object> resource) {
        return who.asks().contentType("application/fhir+json").body(resource).post(PATH);
    }

    private static String created(Colleague who, Map<String, ?> channel) {
        return post(who, resource(channel)).then().statusCode(201).extract().path("id");
    }

    private String created() {
        return created(dashboard, Map.of());
    }

    private static Response tokenFor(Colleague who, String id) {
        return who.asks().urlEncodingEnabled(false).get(PATH + "/" + id + "/$get-ws-binding-token");
    }

    private static String token(Colleague who, String id) {
        return tokenFor(who, id)
                .then()
                .statusCode(200)
                .extract()
                .path("parameter.find { it.name == 'token' }.valueString");
    }

    private String token(String id) {
        return token(dashboard, id);
    }

    private SocketClient keep(SocketClient client) {
        clients.add(client);
        return client;
    }

    private SocketClient bound(String id) {
        var client = keep(SocketClient.bound(token(id)));
        await().untilAsserted(() -> assertThat(client.types()).contains("handshake"));
        return client;
    }

    private static void awaitClosed(SocketClient client, int code) {
        await().untilAsserted(() -> assertThat(client.closeCode()).isEqualTo(code));
    }

    private static void awaitNumbers(SocketClient client, String... numbers) {
        await().untilAsserted(() -> assertThat(client.numbers()).containsExactly(numbers));
    }

    private String status(String id) {
        return dashboard.asks().get(PATH + "/" + id).then().extract().path("status");
    }

    private void revoke() {
        As.role(Role.ADMIN)
                .delete("/v1/accounts/{username}", dashboard.username())
                .then()
                .statusCode(204);
    }

    @Test
    void aClientGetsTheHandshakeAndThenTheEventsInOrder() {
        var id = created();
        assertThat(status(id)).isEqualTo("requested");

        var client = bound(id);
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("active"));
        var alert = writes.raisedAtOnce(patient);
        writes.raise(patient);
        writes.resolve(alert);

        awaitNumbers(client, "1", "2", "3");
        assertThat(client.types().getFirst()).isEqualTo("handshake");
        assertThat(client.received().get(1))
                .contains("/fhir/r4/DetectedIssue/" + alert)
                .doesNotContain(patient.patientId());
    }

    @Test
    void theTokenNamesWhatItIsFor() {
        var id = created();

        tokenFor(dashboard, id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("parameter.find { it.name == 'subscription' }.valueString", equalTo(id))
                .body(
                        "parameter.find { it.name == 'websocket-url' }.valueUrl.endsWith('/fhir/r4/websocket')",
                        equalTo(true))
                .body("parameter.name", hasItem("expiration"));
        dashboard.asks().get(PATH + "/" + id).then().body("channel.endpoint", nullValue());
    }

    @Test
    void oneTokenBindsAllThatAreToldOverAWebsocket() {
        created();
        created();
        String token = dashboard
                .asks()
                .urlEncodingEnabled(false)
                .get(PATH + "/$get-ws-binding-token")
                .then()
                .statusCode(200)
                .extract()
                .path("parameter.find { it.name == 'token' }.valueString");

        var client = keep(new SocketClient());
        client.say("bind-with-token: " + token);

        await().untilAsserted(() -> assertThat(client.types()).containsExactly("handshake", "handshake"));
    }

    /// What happens while nobody is connected waits.
    @Test
    void aNewConnectionGoesOnWhereTheLastOneStopped() {
        var id = created();
        var first = bound(id);
        writes.raisedAtOnce(patient);
        awaitNumbers(first, "1");
        first.close();
        awaitUnbound(id);
        writes.raisedAtOnce(patient);

        var second = bound(id);

        awaitNumbers(second, "2");
        assertThat(second.types()).containsExactly("handshake", "event-notification");
    }

    /// An absent client is no fault, so no alarm counts what waits for it.
    @Test
    void whatWaitsForAnAbsentClientIsNoLag() {
        var id = created();
        bound(id).close();
        writes.raisedAtOnce(patient);
        database.execute(sql ->
                sql.update("update fhir_event set at = at - interval '20 days' where subscription_id = ?::uuid", id));

        assertThat(database.<Long>read(SubscriptionQueue::oldestSeconds)).isLessThan(20 * 24 * 3600L);
    }

    @Test
    void aHeartbeatComesIfNothingElseDoes() {
        var id = created(
                dashboard,
                Map.of(
                        "extension",
                        List.of(Map.of("url", GUIDE + "backport-heartbeat-period", "valueUnsignedInt", 5))));

        var client = bound(id);

        await().untilAsserted(() -> assertThat(client.types()).containsSequence("handshake", "heartbeat"));
        assertThat(client.numbers()).isEmpty();
    }

    @Test
    void aTokenIsAcceptedOnce() {
        var token = token(created());
        var client = keep(SocketClient.bound(token));
        await().untilAsserted(() -> assertThat(client.types()).containsExactly("handshake"));

        awaitClosed(keep(SocketClient.bound(token)), REFUSED);
        assertThat(client.isClosed()).isFalse();
    }

    private BindingGrant grant(String id) {
        return new BindingGrant(
                dashboard.username(),
                Optional.empty(),
                List.of(UUID.fromString(id)),
                new CredentialReference(
                        CredentialKind.FOREIGN, "", Instant.now().plusSeconds(600)));
    }

    @Test
    void anOldTokenIsRefused() {
        var id = created();
        var old = tokens.issue(grant(id), Instant.now().minusSeconds(2)).token();

        awaitClosed(keep(SocketClient.bound(old)), REFUSED);
    }

    @Test
    void anAlteredTokenIsRefused() {
        var parts = token(created()).split("\\.", -1);
        var other = tokens.issue(grant(UUID.randomUUID().toString())).token().split("\\.", -1);

        awaitClosed(keep(SocketClient.bound(parts[0] + "." + parts[1] + "." + other[2])), REFUSED);
        awaitClosed(keep(SocketClient.bound("eyJhbGciOiJub25lIn0." + parts[1] + ".")), REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bind-with-token", "bind-with-token x", "bind 1", "ping", "{}", "bind-with-token a b"})
    void whatIsNoBindingEndsTheConnection(String message) {
        var client = keep(new SocketClient());

        client.say(message);

        awaitClosed(client, REFUSED);
    }

    /// The token of the account for `/v1` opens nothing here.
    @Test
    void aBearerTokenIsNoBindingToken() {
        created();

        awaitClosed(keep(SocketClient.bound(dashboard.token())), REFUSED);
    }

    @Test
    void aConnectionServesOneAccount() {
        var client = bound(created());
        var other = Colleague.of(Role.DASHBOARD, Map.of());

        client.say("bind-with-token " + token(other, created(other, Map.of())));

        awaitClosed(client, REFUSED);
    }

    @Test
    void nobodyGetsATokenForTheSubscriptionOfAnother() {
        var id = created();

        tokenFor(Colleague.of(Role.DASHBOARD, Map.of()), id).then().statusCode(404);
        As.role(Role.ADMIN)
                .urlEncodingEnabled(false)
                .get(PATH + "/" + id + "/$get-ws-binding-token")
                .then()
                .statusCode(403);
    }

    @Test
    void onlyASubscriptionThatIsToldOverAWebsocketGetsAToken() {
        var hook = created(dashboard, Map.of("type", "rest-hook", "endpoint", "https://hooks.example.org/"));
        var off = resource(Map.of());
        off.put("status", "off");
        String stopped = post(dashboard, off).then().statusCode(201).extract().path("id");

        tokenFor(dashboard, hook).then().statusCode(422);
        tokenFor(dashboard, stopped).then().statusCode(422);
        dashboard
                .asks()
                .urlEncodingEnabled(false)
                .get(PATH + "/$get-ws-binding-token")
                .then()
                .statusCode(422);
    }

    @Test
    void aWebsocketHasNoEndpointAndNoHeaders() {
        post(dashboard, resource(Map.of("endpoint", "https://hooks.example.org/")))
                .then()
                .statusCode(422);
        post(dashboard, resource(Map.of("header", List.of("X-Ward: north"))))
                .then()
                .statusCode(422);
    }

    @Test
    void fullResourcesNeedTls() {
        var full = resource(Map.of(
                "payload",
                "application/fhir+json",
                "_payload",
                Map.of(
                        "extension",
                        List.of(Map.of("url", GUIDE + "backport-payload-content", "valueCode", "full-resource")))));

        post(dashboard, full).then().statusCode(422);
    }

    @Test
    void aHugeMessageEndsTheConnection() {
        var client = keep(new SocketClient());

        client.say("bind-with-token " + "x".repeat(40_000));

        await().untilAsserted(() -> assertThat(client.isClosed()).isTrue());
    }

    @Test
    void aConnectionThatBindsNothingIsClosed() {
        awaitClosed(keep(new SocketClient()), REFUSED);
    }

    /// What happens after the end of the account is not told, and the connection ends.
    @Test
    void aRevokedAccountIsDisconnected() {
        var client = bound(created());
        revoke();

        writes.raisedAtOnce(patient);

        await().untilAsserted(() -> assertThat(client.isClosed()).isTrue());
        assertThat(client.numbers()).isEmpty();
    }

    @Test
    void aTokenEndsWithItsAccount() {
        var token = token(created());
        revoke();

        awaitClosed(keep(SocketClient.bound(token)), REFUSED);
    }

    @Test
    void whatWaitsIsNotToldOfAWardThatTheAccountSeesNoMore() {
        var id = created();
        bound(id).close();
        awaitUnbound(id);
        writes.raisedAtOnce(patient);
        database.execute(sql ->
                sql.update("update account set wards = array['elsewhere'] where username = ?", dashboard.username()));

        var client = bound(id);

        await().untilAsserted(() -> assertThat(stored(id, "delivered_number")).isEqualTo("1"));
        assertThat(client.numbers()).isEmpty();
    }

    /// Until then a message may be lost in the network; its number tells the client.
    private void awaitUnbound(String id) {
        await().untilAsserted(() -> assertThat(stored(id, "lease")).isEqualTo("none"));
    }

    private String stored(String id, String column) {
        return database.read(sql -> sql.first(
                        "select coalesce(to_jsonb(s) ->> ?, 'none') as value from fhir_subscription s where id = ?::uuid",
                        row -> row.text("value"),
                        column,
                        id)
                .orElseThrow());
    }

    @Test
    void theConnectionThatBindsLastHasTheSubscription() {
        var id = created();
        var first = bound(id);
        var second = bound(id);

        awaitClosed(first, 1000);
        writes.raisedAtOnce(patient);
        awaitNumbers(second, "1");
        assertThat(first.numbers()).isEmpty();
    }

    /// Another process may have the connection, so it finds out by the lease.
    @Test
    void aLeaseThatAnotherProcessTookEndsTheConnection() {
        var id = created();
        var client = bound(id);

        database.execute(sql ->
                sql.update("update fhir_subscription set lease = ?::uuid where id = ?::uuid", UUID.randomUUID(), id));

        awaitClosed(client, 1000);
        assertThat(stored(id, "lease")).isNotEqualTo("none");
    }

    @Test
    void aChangedSubscriptionIsBoundAgain() {
        var id = created();
        var client = bound(id);
        var changed = resource(Map.of());
        changed.put("id", id);

        dashboard
                .asks()
                .contentType("application/fhir+json")
                .body(changed)
                .put(PATH + "/" + id)
                .then()
                .statusCode(200);

        awaitClosed(client, 1000);
        writes.raisedAtOnce(patient);
        awaitNumbers(bound(id), "1");
    }

    @Test
    void anAccountHasALimitedNumberOfConnections() {
        var ids = IntStream.range(0, 11).mapToObj(_ -> created()).toList();
        var admitted = ids.subList(0, 10).stream().map(this::bound).toList();

        awaitClosed(keep(SocketClient.bound(token(ids.getLast()))), REFUSED);
        assertThat(admitted).noneMatch(SocketClient::isClosed);
    }

    @Test
    void withoutAnUpgradeNothingIsThere() {
        As.role(Role.ADMIN).get("/fhir/r4/websocket").then().statusCode(404);
    }

    @Test
    void whyAConnectionWasClosedIsCounted() {
        var before = refusals();

        awaitClosed(keep(SocketClient.bound("x")), REFUSED);

        await().untilAsserted(() -> assertThat(refusals()).isGreaterThan(before));
        assertThat(metrics.get("vigil.fhir.sockets").gauge().value()).isGreaterThanOrEqualTo(0);
    }

    private double refusals() {
        return metrics.counter("vigil.fhir.sockets.closed", "reason", "refused").count();
    }
}
