package health.vigil.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.oracle.OraclePatient;
import health.vigil.oracle.Vignettes;
import health.vigil.oracle.Vignettes.Vignette;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.Eventually.await;
import static health.vigil.ingest.fhir.Fhir.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

/// What FHIR gives out of a patient, sent by another system about another patient, makes the same grades.
@ServiceTest
class FhirRoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// These kinds have no resource.
    private static final Set<String> NOT_GIVEN_OUT = Set.of("attribution", "crs-course", "death");

    /// Longer than any of the worked cases.
    private static final Duration WATCHED = Duration.ofDays(7);

    private static final String GRADES = "crs-grade,icans-grade";

    static Stream<Vignette> vignettes() {
        return Vignettes.all().stream()
                .filter(vignette -> vignette.observations().stream().allMatch(FhirRoundTripTest::isTaken));
    }

    /// From another system a person has to decide about oxygen without a reason, so it waits in quarantine.
    private static boolean isTaken(JsonNode observation) {
        var kind = observation.get("kind").textValue();
        var hasReason =
                observation.has("reason") || observation.path("device").asText().equals("room-air");
        return !NOT_GIVEN_OUT.contains(kind) && (hasReason || !kind.equals("oxygen-therapy"));
    }

    /// An entry of the history of grades.
    private record Entry(Instant at, String code, Optional<Integer> grade) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("vignettes")
    void theGradesAreTheSame(Vignette vignette) throws Exception {
        var infusedAt = Instant.now().minus(WATCHED).truncatedTo(ChronoUnit.SECONDS);
        var original = admitted(vignette.patient(), infusedAt);
        var shift = Duration.between(vignette.patient().infusedAt(), infusedAt);
        var ids = new ArrayList<String>();
        for (var observation : vignette.observations()) {
            ids.add(charted(observation.deepCopy(), original.patientId(), shift));
        }
        ids.forEach(FhirRoundTripTest::awaitApplied);

        var copy = admitted(vignette.patient(), infusedAt);
        send(resources(original.patientId()), copy.patientId());

        await().untilAsserted(() ->
                assertThat(history(copy)).as(vignette.why()).isNotEmpty().isEqualTo(history(original)));
    }

    private static AdmittedPatient admitted(OraclePatient patient, Instant infusedAt) {
        var form = AdmittedPatient.form("r-" + UUID.randomUUID(), "round-trip", infusedAt);
        form.put("birthDate", patient.birthDate().toString());
        var baseline = patient.baselines().getFirst().values();
        form.put("baseline", JSON.convertValue(baseline, Map.class));
        return AdmittedPatient.admit(form);
    }

    private static String charted(ObjectNode observation, String patient, Duration shift) {
        var id = "r-" + UUID.randomUUID();
        observation.put("id", id).put("patientId", patient).remove("receivedAt");
        var at = Instant.parse(observation.get("effectiveAt").textValue());
        observation.put("effectiveAt", at.plus(shift).toString());
        As.role(Role.PHYSICIAN)
                .contentType(ContentType.JSON)
                .body(observation.toString())
                .post("/v1/observations")
                .then()
                .statusCode(202);
        return id;
    }

    private static void awaitApplied(String id) {
        await().until(() ->
                As.role(Role.PHYSICIAN).get("/v1/observations/" + id).statusCode() == 200);
    }

    /// What is given out but the grades, which nobody sends.
    private static List<ObjectNode> resources(String patient) throws Exception {
        var found = new ArrayList<ObjectNode>();
        var next =
                Optional.of(ROOT + "/Patient/" + patient + "/$everything?_type=Observation,MedicationAdministration");
        while (next.isPresent()) {
            var page = As.role(Role.PHYSICIAN).urlEncodingEnabled(false).get(next.get());
            assertThat(page.statusCode()).isEqualTo(200);
            for (var entry : JSON.readTree(page.asString()).path("entry")) {
                if (!GRADES.contains(code(entry.get("resource")))) {
                    found.add((ObjectNode) entry.get("resource"));
                }
            }
            next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
        }
        return found;
    }

    private static String code(JsonNode resource) {
        return resource.path("code").path("coding").path(0).path("code").asText("none");
    }

    private static void send(List<ObjectNode> resources, String patient) throws Exception {
        var entries = JSON.createArrayNode();
        for (var resource : resources) {
            resource.putObject("subject").put("reference", "Patient/" + patient);
            // As another system would: it keeps the identifiers and has no ids of ours.
            resource.remove(List.of("id", "meta"));
            for (var identifier : resource.withArray("identifier")) {
                ((ObjectNode) identifier)
                        .put("value", patient + identifier.get("value").asText());
            }
            var entry = entries.addObject();
            entry.putObject("request")
                    .put("method", "POST")
                    .put("url", resource.get("resourceType").asText());
            entry.set("resource", resource);
        }
        var bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        bundle.set("entry", entries);
        var answer = Fhir.sends(Role.INTEGRATION, bundle.toString()).post(ROOT);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("entry.response.status", String.class))
                .as(answer.asString())
                .allMatch(status -> status.startsWith("201") || status.startsWith("200"));
    }

    private static List<Entry> history(AdmittedPatient patient) throws Exception {
        var page = As.role(Role.PHYSICIAN)
                .urlEncodingEnabled(false)
                .get(ROOT + "/Observation?code=" + GRADES + "&_sort=date&_count=1000&patient=" + patient.patientId());
        var entries = new ArrayList<Entry>();
        for (var entry : JSON.readTree(page.asString()).path("entry")) {
            var resource = entry.get("resource");
            entries.add(new Entry(
                    Instant.parse(resource.get("effectiveDateTime").asText()),
                    code(resource),
                    Optional.ofNullable(resource.get("valueInteger")).map(JsonNode::asInt)));
        }
        assertThat(entries).hasSizeLessThan(100);
        return entries.stream()
                .sorted((one, other) -> one.at().equals(other.at())
                        ? one.code().compareTo(other.code())
                        : one.at().compareTo(other.at()))
                .collect(Collectors.toList());
    }
}
