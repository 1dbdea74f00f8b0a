package health.vigil.patient.journey;

import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.journey.ReadinessItem;
import health.vigil.journey.ReadinessList;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.http.ContentType.JSON;

/// A patient with a journey, in a ward of its own, recorded through the API.
public final class WaitingPatient {
    public final String patientId = "p-" + UUID.randomUUID();
    final String ward = "ward-" + UUID.randomUUID();
    public final String coiId = "COI-" + UUID.randomUUID();
    final String lot = "LOT-" + UUID.randomUUID();
    final Instant start = Instant.now().minus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
    String journey = "";

    /// Referred, with everything of the product on file.
    public static WaitingPatient referred() {
        var patient = new WaitingPatient();
        patient.journey =
                patient.begin(patient.facts()).statusCode(201).extract().path("row.id");
        return patient;
    }

    /// Ready for the infusion, and confirmed at the bed by two users.
    public static WaitingPatient ready() {
        var patient = referred();
        patient.deliver();
        patient.answerAll();
        patient.step("ready", Map.of("at", patient.ago(Duration.ofMinutes(40)))).statusCode(200);
        patient.confirm(Role.NURSE).statusCode(201);
        patient.confirm(Role.PHYSICIAN).statusCode(201);
        return patient;
    }

    /// The address of the journey's page.
    public String page() {
        return "/journeys/" + journey;
    }

    /// The id of the journey.
    public String journey() {
        return journey;
    }

    /// A time before the start of the infusion.
    String ago(Duration before) {
        return start.minus(before).toString();
    }

    Map<String, Object> facts() {
        var identity = new LinkedHashMap<String, Object>();
        identity.put("coiId", coiId);
        identity.put("productLot", lot);
        identity.put("bagIds", List.of("B-1", "B-2"));
        identity.put("patientIdOnLabel", patientId);
        identity.put("dateOfBirthOnLabel", "1961-05-17");
        identity.put("expiresAt", start.plus(Duration.ofDays(90)).toString());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("patientId", patientId);
        facts.put("name", "Ada Ward");
        facts.put("birthDate", "1961-05-17");
        facts.put("product", "axicabtagene ciloleucel");
        facts.put("indication", "large B-cell lymphoma");
        facts.put("coordinator", "C. Keeper");
        facts.put("ward", ward);
        facts.put("referredAt", ago(Duration.ofDays(60)));
        facts.put("identity", identity);
        facts.put("apheresis", Map.of("startedAt", ago(Duration.ofDays(35)), "endedAt", ago(Duration.ofDays(34))));
        facts.put(
                "manufacturing",
                Map.of(
                        "startedAt",
                        ago(Duration.ofDays(33)),
                        "expectedReleaseAt",
                        ago(Duration.ofDays(14)),
                        "releaseAt",
                        ago(Duration.ofDays(13)),
                        "outcome",
                        "released"));
        facts.put("lymphodepletion", Map.of("from", ago(Duration.ofDays(8)), "to", ago(Duration.ofDays(5))));
        return facts;
    }

    void deliver() {
        custody("collected", Duration.ofDays(35), "Apheresis unit", "Plant").statusCode(201);
        custody("received-by-manufacturer", Duration.ofDays(34), "Plant", "").statusCode(201);
        custody("shipped", Duration.ofDays(12), "Plant", "Cell laboratory").statusCode(201);
        custody("received-by-hospital", Duration.ofDays(11), "Cell laboratory", "")
                .statusCode(201);
    }

    public ValidatableResponse custody(String what, Duration before, String place, String to) {
        var event = new LinkedHashMap<String, Object>();
        event.put("what", what);
        event.put("at", ago(before));
        event.put("place", place);
        if (!to.isEmpty()) {
            event.put("to", to);
        }
        return post(Role.COORDINATOR, "/custody", event);
    }

    void answerAll() {
        ReadinessList.DEFAULT.items().stream()
                .filter(item -> !item.computed())
                .map(ReadinessItem::id)
                .forEach(item ->
                        answer(item, Map.of("answer", "yes", "count", 2)).statusCode(201));
    }

    public ValidatableResponse answer(String item, Map<String, Object> fields) {
        var answer = new LinkedHashMap<String, Object>(fields);
        answer.put("item", item);
        answer.put("at", ago(Duration.ofHours(1)));
        return post(Role.COORDINATOR, "/readiness", answer);
    }

    ValidatableResponse confirm(Role role) {
        return confirm(role, coiId);
    }

    ValidatableResponse confirm(Role role, String coi) {
        return post(
                role,
                "/identity",
                Map.of(
                        "coiId",
                        coi,
                        "patientId",
                        patientId,
                        "birthDate",
                        "1961-05-17",
                        "at",
                        ago(Duration.ofMinutes(10))));
    }

    public ValidatableResponse step(String to, Map<String, Object> more) {
        var state = new LinkedHashMap<String, Object>(more);
        state.put("to", to);
        return patch(Map.of("state", state));
    }

    public ValidatableResponse patch(Map<String, Object> body) {
        return patch(Role.COORDINATOR, body);
    }

    ValidatableResponse patch(Role role, Map<String, Object> body) {
        return As.role(role)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/journeys/{id}", journey)
                .then();
    }

    public ValidatableResponse infuse(String... bags) {
        var infused = List.of(bags).stream()
                .map(bag ->
                        Map.of("bagId", bag, "thawedAt", ago(Duration.ofMinutes(30)), "startedAt", start.toString()))
                .toList();
        return post(
                Role.NURSE,
                "/infusion",
                Map.of("bags", infused, "bed", "12", "weight", 71.5, "baseline", Map.of("ice", 10)));
    }

    ValidatableResponse post(Role role, String path, Map<String, Object> body) {
        return As.role(role)
                .contentType(JSON)
                .body(body)
                .post("/v1/journeys/{id}" + path, journey)
                .then();
    }

    ValidatableResponse begin(Map<String, Object> facts) {
        return As.role(Role.COORDINATOR)
                .contentType(JSON)
                .body(facts)
                .post("/v1/journeys")
                .then();
    }

    public JsonPath read() {
        return As.role(Role.COORDINATOR)
                .get("/v1/journeys/{id}", journey)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String check(String id) {
        return read().getString("checks.find { it.id == '" + id + "' }.state");
    }

    boolean isAdmitted() {
        return As.role(Role.NURSE).get("/v1/patients/{id}/grade", patientId).statusCode() == 200;
    }
}
