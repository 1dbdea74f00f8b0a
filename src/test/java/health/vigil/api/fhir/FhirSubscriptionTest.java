package health.vigil.api.fhir;

import health.vigil.EmbeddedTestResource;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// Subscriptions in FHIR, with a real receiver on this machine.
@ServiceTest
class FhirSubscriptionTest {
    private static final String PATH = "/fhir/r4/Subscription";
    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    private static final String ALERTS = "http://health.vigil/fhir/SubscriptionTopic/alert";
    private static final String GRADES = "http://health.vigil/fhir/SubscriptionTopic/grade";

    @Inject
    @SuppressWarnings("NullAway.Init")
    MonitorWrites writes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init")
    private SubscriptionReceiver receiver;

    @SuppressWarnings("NullAway.Init")
    private AdmittedPatient patient;

    @SuppressWarnings("NullAway.Init")
    private Colleague dashboard;

    @BeforeEach
    void open() throws IOException {
        receiver = new SubscriptionReceiver();
        patient = AdmittedPatient.justNow();
        dashboard = Colleague.of(Role.DASHBOARD, Map.of("wards", List.of(patient.ward())));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /// A resource of which a test changes parts.
    private Map<String, Object> resource(String topic, String... filters) {
        var channel = new HashMap<String, Object>(
                Map.of("type", "rest-hook", "endpoint", receiver.url(), "payload", "application/fhir+json"));
        var resource = new HashMap<String, Object>(Map.of(
                "resourceType",
                "Subscription",
                "status",
                "requested",
                "reason",
                "ward monitor",
                "criteria",
                topic,
                "channel",
                channel));
        if (filters.length > 0) {
            resource.put(
                    "_criteria",
                    Map.of(
                            "extension",
                            List.of(filters).stream()
                                    .map(filter ->
                                            Map.of("url", GUIDE + "backport-filter-criteria", "valueString", filter))
                                    .toList()));
        }
        return resource;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> channel(Map<String, Object> resource) {
        return (Map<String, Object>) Objects.requireNonNull(resource.get("channel"));
    }

    private static RequestSpecification fhir(RequestSpecification request, Object body) {
        return request.contentType("application/fhir+json").body(body);
    }

    private Response post(Map<String, Object> resource) {
        return fhir(dashboard.asks(), resource).post(PATH);
    }

    private String created(Map<String, Object> resource) {
        return post(resource).then().statusCode(201).extract().path("id");
    }

    private String active(Map<String, Object> resource) {
        var id = created(resource);
        awaitStatus(id, "active");
        return id;
    }

    /// Calls an operation, whose `$` must stay as it is.
    private Response operation(String address) {
        return dashboard.asks().urlEncodingEnabled(false).get(address);
    }

    private Response read(String id) {
        return dashboard.asks().get(PATH + "/" + id);
    }

    private void awaitStatus(String id, String status) {
        await().untilAsserted(() -> read(id).then().body("status", equalTo(status)));
    }

    private List<String> acceptedNumbers() {
        var numbers = new ArrayList<String>();
        receiver.accepted("event-notification").forEach(notice -> numbers.addAll(notice.numbers()));
        return numbers;
    }

    private void awaitNumbers(int last) {
        var all = IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
        await().untilAsserted(() -> assertThat(acceptedNumbers()).containsExactlyElementsOf(all));
    }

    /// Lets the next attempt come now.
    private void dueNow(String id) {
        database.execute(sql -> {
            sql.announce();
            sql.update(
                    "update fhir_subscription set due_at = now() where id = ?::uuid and fault is not null and lease is"
                            + " null",
                    id);
        });
    }

    @Test
    void anAlertIsToldAfterTheHandshake() {
        var id = active(resource(ALERTS));
        var alert = writes.raisedAtOnce(patient);

        awaitNumbers(1);

        assertThat(receiver.received().getFirst().type()).isEqualTo("handshake");
        assertThat(receiver.received().getFirst().told()).isEqualTo("0");
        var told = receiver.accepted("event-notification").getFirst();
        assertThat(told.bundleType()).isEqualTo("history");
        assertThat(told.told()).isEqualTo("1");
        assertThat(told.happened()).containsExactly("raised");
        assertThat(told.addresses().getLast()).endsWith("/fhir/r4/DetectedIssue/" + alert);
        assertThat(told.headers().get("Content-type")).containsExactly("application/fhir+json");
        assertThat(told.body()).contains("Subscription/" + id).doesNotContain(patient.patientId(), "Tremor");
    }

    @Test
    void eventsHaveNumbersWithoutGapsInTheOrderOfTheCommits() {
        active(resource(ALERTS));
        var first = writes.raisedAtOnce(patient);
        writes.raise(patient);
        writes.resolve(first);

        awaitNumbers(3);

        var happened = new ArrayList<String>();
        receiver.accepted("event-notification").forEach(notice -> happened.addAll(notice.happened()));
        assertThat(happened).containsExactly("raised", "raised", "resolved");
    }

    @Test
    void aGradeIsToldByItsEntryOfTheHistory() {
        active(resource(GRADES, "Observation?code=crs-grade&patient=Patient/" + patient.patientId()));

        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "id",
                        "o-" + UUID.randomUUID(),
                        "patientId",
                        patient.patientId(),
                        "effectiveAt",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.2))
                .post("/v1/observations")
                .then()
                .statusCode(202);

        await().untilAsserted(() ->
                assertThat(receiver.accepted("event-notification")).isNotEmpty());
        var told = receiver.accepted("event-notification").getFirst();
        assertThat(told.happened()).contains("recorded");
        assertThat(told.addresses().get(1)).matches(".*/fhir/r4/Observation/gc\\d+");
        dashboard
                .asks()
                .get(told.addresses().get(1).replaceFirst(".*/fhir", "/fhir"))
                .then()
                .statusCode(200)
                .body("subject.reference", equalTo("Patient/" + patient.patientId()));
    }

    @Test
    void aSubscriberIsToldOfItsWardsOnly() {
        active(resource(ALERTS));
        writes.raisedAtOnce(AdmittedPatient.justNow());
        var own = writes.raisedAtOnce(patient);

        awaitNumbers(1);

        assertThat(receiver.accepted("event-notification")
                        .getFirst()
                        .addresses()
                        .getLast())
                .endsWith(own.toString());
    }

    /// The account loses its rights while its subscription stands.
    @Test
    void aRevokedAccountIsToldNothing() {
        var id = active(resource(ALERTS));
        As.role(Role.ADMIN)
                .delete("/v1/accounts/{username}", dashboard.username())
                .then()
                .statusCode(204);

        writes.raisedAtOnce(patient);

        assertThat(database.<Long>read(sql -> sql.first(
                                "select last_number from fhir_subscription where id = ?::uuid",
                                row -> row.number("last_number"),
                                id)
                        .orElseThrow()))
                .isZero();
    }

    private long storedNumber(String query, String id) {
        return database.<Long>read(
                sql -> sql.first(query, row -> row.number("n"), id).orElseThrow());
    }

    private void awaitABacklog(String id) {
        receiver.answers(503);
        writes.raisedAtOnce(patient);
        await().untilAsserted(() -> read(id).then().body("error", containsString("503")));
    }

    /// An operator learns of it before the subscription is given up.
    @Test
    void howLongTheOldestEventWaitsIsMeasured() {
        var id = active(resource(ALERTS));
        awaitABacklog(id);
        database.execute(sql ->
                sql.update("update fhir_event set at = at - interval '10 days' where subscription_id = ?::uuid", id));
        var days = 10 * 24 * 3600.0;

        await().untilAsserted(() -> assertThat(lag()).isBetween(days, days + 600));

        receiver.answers(200);
        await().untilAsserted(() -> {
            dueNow(id);
            assertThat(acceptedNumbers()).containsExactly("1");
        });
        await().untilAsserted(() -> assertThat(lag()).isLessThan(days));
    }

    private double lag() {
        return metrics.get("vigil.fhir.event.lag.seconds").gauge().value();
    }

    /// What waits for an account ends with it.
    @Test
    void whatWaitsIsNotToldToARevokedAccount() {
        var id = active(resource(ALERTS));
        awaitABacklog(id);
        As.role(Role.ADMIN)
                .delete("/v1/accounts/{username}", dashboard.username())
                .then()
                .statusCode(204);

        receiver.answers(200);
        await().untilAsserted(() -> {
            dueNow(id);
            As.role(Role.ADMIN).get(PATH + "/" + id).then().body("status", equalTo("off"));
        });
        assertThat(acceptedNumbers()).isEmpty();
    }

    @Test
    void whatWaitsIsNotToldOfAWardThatTheAccountSeesNoMore() {
        var id = active(resource(ALERTS));
        awaitABacklog(id);
        database.execute(sql ->
                sql.update("update account set wards = array['elsewhere'] where username = ?", dashboard.username()));

        receiver.answers(200);
        await().untilAsserted(() -> {
            dueNow(id);
            assertThat(storedNumber("select delivered_number as n from fhir_subscription where id = ?::uuid", id))
                    .isEqualTo(1);
        });
        assertThat(acceptedNumbers()).isEmpty();
        assertThat(storedNumber("select count(delivered_at) as n from fhir_event where subscription_id = ?::uuid", id))
                .isZero();
    }

    /// Its subscriber learns that the alert is no longer its own, and not where the patient is.
    @Test
    void aWardThatThePatientLeavesIsToldThatTheAlertLeft() {
        active(resource(ALERTS));
        writes.raisedAtOnce(patient);
        awaitNumbers(1);
        var elsewhere = "ward-" + UUID.randomUUID();

        As.role(Role.NURSE)
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", elsewhere))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(receiver.accepted("event-notification"))
                .anySatisfy(told -> assertThat(told.happened()).contains("left")));
        assertThat(receiver.accepted("event-notification"))
                .allSatisfy(told -> assertThat(told.body()).doesNotContain(elsewhere));
    }

    /// A receiver that does not answer takes no more than its share of the couriers.
    @Test
    void aSilentReceiverDelaysNoOtherAccount() throws IOException {
        var other = Colleague.of(Role.DASHBOARD, Map.of());
        try (var silent = new ServerSocket(0, 50, InetAddress.getByName(EmbeddedTestResource.INNER_HOST))) {
            IntStream.range(0, 6).forEach(_ -> {
                var wanted = resource(ALERTS);
                channel(wanted)
                        .put(
                                "endpoint",
                                "http://%s:%d/".formatted(EmbeddedTestResource.INNER_HOST, silent.getLocalPort()));
                created(wanted);
            });

            fhir(other.asks(), resource(ALERTS)).post(PATH).then().statusCode(201);

            await().untilAsserted(
                            () -> assertThat(receiver.accepted("handshake")).hasSize(1));
            assertThat(storedNumber(
                            "select count(*) as n from fhir_subscription where owner = ? and lease is not null",
                            dashboard.username()))
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void filtersHold() {
        active(resource(ALERTS, "DetectedIssue?severity=low", "DetectedIssue?code=early-sign&ward=" + patient.ward()));
        writes.raisedAtOnce(patient);
        var low = writes.raise(patient);

        awaitNumbers(1);

        assertThat(receiver.accepted("event-notification")
                        .getFirst()
                        .addresses()
                        .getLast())
                .endsWith(low.toString());
    }

    @Test
    void aReceiverThatFailsIsTriedAgainInOrder() {
        var id = active(resource(ALERTS));
        receiver.answers(500);
        writes.raisedAtOnce(patient);
        await().untilAsserted(() -> read(id).then().body("error", containsString("500")));
        writes.raisedAtOnce(patient);

        receiver.answers(200);
        await().untilAsserted(() -> {
            dueNow(id);
            assertThat(acceptedNumbers()).containsExactly("1", "2");
        });
    }

    @Test
    void aRedirectIsNotFollowed() {
        var id = created(resource(ALERTS));
        receiver.answers(200);
        awaitStatus(id, "active");
        receiver.answers(307);
        writes.raisedAtOnce(patient);

        await().untilAsserted(() -> read(id).then().body("error", containsString("307")));
        assertThat(acceptedNumbers()).isEmpty();
    }

    /// Its numbers go on rising, and it goes on where it stopped once its client asks for it.
    @Test
    void aSubscriptionInErrorGoesOnAfterItsClientAsks() {
        var wanted = resource(ALERTS);
        var id = active(wanted);
        receiver.answers(503);
        writes.raisedAtOnce(patient);
        await().untilAsserted(() -> read(id).then().body("error", containsString("503")));
        await().untilAsserted(() -> {
            database.execute(sql -> sql.update(
                    "update fhir_subscription set failing_since = now() - interval '11 minutes'"
                            + " where id = ?::uuid and failing_since is not null",
                    id));
            dueNow(id);
            read(id).then().body("status", equalTo("error"));
        });
        await().untilAsserted(() -> assertThat(database.<Long>read(sql -> sql.first(
                                "select count(*) as n from alert where state = 'open' and condition = ?",
                                row -> row.number("n"),
                                "technical:delivery-given-up:" + id)
                        .orElseThrow()))
                .isEqualTo(1));
        writes.raisedAtOnce(patient);
        receiver.answers(200);
        assertThat(acceptedNumbers()).isEmpty();

        wanted.put("id", id);
        wanted.put("status", "active");
        fhir(dashboard.asks(), wanted)
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("requested"));

        awaitNumbers(2);
        assertThat(receiver.accepted("handshake")).hasSize(2);
        awaitStatus(id, "active");
    }

    @Test
    void aHeartbeatComesWhenNothingElseDoes() {
        var wanted = resource(ALERTS);
        channel(wanted)
                .put("extension", List.of(Map.of("url", GUIDE + "backport-heartbeat-period", "valueUnsignedInt", 5)));
        var id = active(wanted);
        database.execute(sql -> {
            sql.announce();
            sql.update("update fhir_subscription set told_at = now() - interval '6 seconds' where id = ?::uuid", id);
        });

        await().untilAsserted(() -> assertThat(receiver.accepted("heartbeat")).isNotEmpty());
        assertThat(receiver.accepted("heartbeat").getFirst().told()).isEqualTo("0");
    }

    @Test
    void theHeadersOfAClientAreSentAndNeverGivenBack() {
        var wanted = resource(ALERTS);
        channel(wanted).put("header", List.of("Authorization: Bearer s3cret", "X-Ward: north"));
        var id = active(wanted);

        assertThat(receiver.received().getFirst().headers().get("Authorization"))
                .containsExactly("Bearer s3cret");
        assertThat(receiver.received().getFirst().headers().get("X-ward")).containsExactly("north");
        assertThat(read(id).asString()).doesNotContain("s3cret");
        assertThat(As.role(Role.ADMIN).get(PATH + "/" + id).asString()).doesNotContain("s3cret");
    }

    /// Otherwise a client could read the secret of another by a change of the address.
    @Test
    void theHeadersStayWithTheirEndpoint() throws IOException {
        var wanted = resource(ALERTS);
        channel(wanted).put("header", List.of("Authorization: Bearer s3cret"));
        var id = active(wanted);
        var again = resource(ALERTS);
        again.put("id", id);

        fhir(dashboard.asks(), again).put(PATH + "/" + id).then().statusCode(200);
        await().untilAsserted(() -> assertThat(receiver.accepted("handshake")).hasSize(2));
        assertThat(receiver.accepted("handshake").getLast().headers().get("Authorization"))
                .containsExactly("Bearer s3cret");

        try (var elsewhere = new SubscriptionReceiver()) {
            channel(again).put("endpoint", elsewhere.url());
            fhir(dashboard.asks(), again).put(PATH + "/" + id).then().statusCode(200);
            await().untilAsserted(() -> assertThat(elsewhere.received()).isNotEmpty());
            assertThat(elsewhere.received().getFirst().headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void eventsAreToldAgainByTheirNumbers() {
        var id = active(resource(ALERTS));
        var alerts = List.of(writes.raisedAtOnce(patient), writes.raisedAtOnce(patient), writes.raisedAtOnce(patient));
        awaitNumbers(3);

        operation(PATH + "/" + id + "/$events?eventsSinceNumber=2&eventsUntilNumber=3")
                .then()
                .statusCode(200)
                .body("type", equalTo("history"))
                .body("entry[0].resource.parameter.find { it.name == 'type' }.valueCode", equalTo("query-event"))
                .body("entry[0].response.status", equalTo("200"))
                .body("entry", hasSize(3))
                .body("entry[1].fullUrl", containsString(alerts.get(1).toString()))
                .body("entry[1].resource", nullValue());
        operation(PATH + "/" + id + "/$events?eventsSinceNumber=3&content=full-resource")
                .then()
                .body("entry[1].resource.resourceType", equalTo("DetectedIssue"))
                .body("entry[1].resource.patient.reference", equalTo("Patient/" + patient.patientId()));
        As.role(Role.ADMIN)
                .urlEncodingEnabled(false)
                .get(PATH + "/" + id + "/$events")
                .then()
                .statusCode(403);
        operation(PATH + "/" + id + "/$events?eventsSinceNumber=x").then().statusCode(400);
    }

    @Test
    void theStatusIsTold() {
        var id = active(resource(ALERTS));
        writes.raisedAtOnce(patient);
        awaitNumbers(1);

        for (var address : List.of(PATH + "/" + id + "/$status", PATH + "/$status?id=" + id)) {
            operation(address)
                    .then()
                    .statusCode(200)
                    .body("type", equalTo("searchset"))
                    .body("entry", hasSize(1))
                    .body("entry[0].resource.parameter.find { it.name == 'status' }.valueCode", equalTo("active"))
                    .body(
                            "entry[0].resource.parameter.find { it.name == 'events-since-subscription-start' }"
                                    + ".valueString",
                            equalTo("1"));
        }
        operation(PATH + "/$status?status=error").then().body("entry", nullValue());
    }

    @Test
    void aSubscriptionEndsAtItsEnd() {
        var wanted = resource(ALERTS);
        wanted.put(
                "end",
                Instant.now()
                        .plus(1, ChronoUnit.HOURS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        var id = active(wanted);
        database.execute(sql -> {
            sql.announce();
            sql.update("update fhir_subscription set ends_at = now() where id = ?::uuid", id);
        });

        awaitStatus(id, "off");
        writes.raisedAtOnce(patient);
        read(id).then().body("status", equalTo("off"));
        operation(PATH + "/" + id + "/$status")
                .then()
                .body(
                        "entry[0].resource.parameter.find { it.name == 'events-since-subscription-start' }.valueString",
                        equalTo("0"));
    }

    @Test
    void aSubscriptionIsFoundByItsAccountAndByAdministrators() {
        var id = created(resource(ALERTS));
        var other = Colleague.of(Role.DASHBOARD, Map.of());

        dashboard.asks().get(PATH + "?url=" + receiver.url()).then().body("entry.resource.id", contains(id));
        other.asks().get(PATH).then().body("entry", nullValue());
        other.asks().get(PATH + "/" + id).then().statusCode(404);
        other.asks().delete(PATH + "/" + id).then().statusCode(404);
        var foreign = resource(ALERTS);
        foreign.put("id", id);
        fhir(other.asks(), foreign).put(PATH + "/" + id).then().statusCode(404);
        fhir(As.role(Role.ADMIN), foreign).put(PATH + "/" + id).then().statusCode(403);
        As.role(Role.ADMIN).get(PATH).then().body("entry.resource.id", hasItem(id));

        As.role(Role.ADMIN).delete(PATH + "/" + id).then().statusCode(204);
        read(id).then().statusCode(410);
        dashboard.asks().get(PATH).then().body("entry", nullValue());
    }

    @Test
    void onlyTheVersionThatIsNamedIsReplaced() {
        var wanted = resource(ALERTS);
        var id = created(wanted);
        wanted.put("id", id);

        fhir(dashboard.asks(), wanted)
                .header("If-Match", "W/\"7\"")
                .put(PATH + "/" + id)
                .then()
                .statusCode(412);
        fhir(dashboard.asks(), wanted)
                .header("If-Match", "W/\"1\"")
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://user@hooks.example.org/",
                "https://intranet/"
            })
    void nobodyReachesInnerServicesThroughUs(String url) {
        var wanted = resource(ALERTS);
        channel(wanted).put("endpoint", url);

        post(wanted)
                .then()
                .statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.expression.flatten()", hasItem("Subscription.channel.endpoint"));
    }

    @Test
    void fullResourcesNeedTls() {
        var wanted = resource(ALERTS);
        channel(wanted)
                .put(
                        "_payload",
                        Map.of(
                                "extension",
                                List.of(Map.of(
                                        "url", GUIDE + "backport-payload-content", "valueCode", "full-resource"))));

        post(wanted).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DetectedIssue?bed=12",
                "Observation?severity=high",
                "DetectedIssue?severity=urgent",
                "DetectedIssue?code=no-such-alert",
                "DetectedIssue?patient=",
                "DetectedIssue?severity=high&severity=low",
                "severity"
            })
    void aFilterThatIsNotKnownIsRefused(String filter) {
        post(resource(ALERTS, filter)).then().statusCode(422);
    }

    @Test
    void aWardOrAPatientOfOthersCannotBeNamed() {
        var other = AdmittedPatient.justNow();

        post(resource(ALERTS, "ward=" + other.ward())).then().statusCode(422);
        post(resource(ALERTS, "patient=" + other.patientId())).then().statusCode(404);
        assertThat(dashboard.asks().get(PATH).<Object>path("entry")).isNull();
    }

    @Test
    void anAccountHasALimitedNumberOfSubscriptions() {
        IntStream.range(0, 20).forEach(_ -> created(resource(ALERTS)));

        post(resource(ALERTS)).then().statusCode(422);
    }

    @Test
    void theStatementNamesTheTopics() {
        As.role(Role.NURSE)
                .get("/fhir/r4/metadata")
                .then()
                .body(
                        "rest[0].resource.find { it.type == 'Subscription' }.extension.valueCanonical",
                        contains(ALERTS, GRADES))
                .body(
                        "rest[0].resource.find { it.type == 'Subscription' }.operation.name",
                        contains("status", "events", "get-ws-binding-token"))
                .body(
                        "rest[0].extension.find { it.url.endsWith('capabilitystatement-websocket') }.valueUri",
                        endsWith("/fhir/r4/websocket"));
    }

    /// What was told of a patient is part of the record.
    @Test
    void theRecordNamesWhoWasTold() {
        active(resource(ALERTS));
        writes.raisedAtOnce(patient);
        awaitNumbers(1);

        var line = As.role(Role.PHYSICIAN)
                .get("/v1/patients/" + patient.patientId() + "/record")
                .asString()
                .lines()
                .filter(each -> each.contains("\"record\":\"subscription-event\""))
                .findFirst()
                .orElseThrow();

        assertThat(JsonPath.from(line).getString("owner")).isEqualTo(dashboard.username());
    }

    @Test
    void whoSubscribedIsRecorded() {
        created(resource(ALERTS));

        As.role(Role.ADMIN)
                .queryParam("actor", dashboard.username())
                .get("/v1/audit")
                .then()
                .body("items.reason", hasItem(containsString("subscription to alerts")))
                .body("items.reason", not(hasItem(containsString("/notify"))));
    }
}
