package health.vigil.api.context;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.intake.Samples;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/// The items beside the grades through the API, with the values of the rules' worked cases.
@ServiceTest
class ContextTest {
    @Inject
    MonitorWrites charted;

    private static JsonPath context(AdmittedPatient patient, String query) {
        return As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/context" + query)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.patientId()))
                .body("ruleSet", equalTo("CONTEXT-1"))
                .extract()
                .jsonPath();
    }

    private static String item(String id) {
        return "items.find { it.item == '" + id + "' }";
    }

    private static Observation observation(AdmittedPatient patient, double hours, Kind kind, String fields) {
        var at = patient.infusedAt().plus(Duration.ofMinutes(Math.round(hours * 60)));
        return MonitorWrites.observation(patient, at, Samples.content(kind, fields));
    }

    private static Observation lab(AdmittedPatient patient, double hours, String analyte, String value, String more) {
        return observation(
                patient,
                hours,
                Kind.LAB_RESULT,
                "'analyte': '" + analyte + "', 'value': " + value + ", 'unit': '" + unit(analyte) + "'" + more);
    }

    private static String unit(String analyte) {
        return switch (analyte) {
            case "ferritin" -> "ng/mL";
            case "fibrinogen" -> "g/L";
            case "platelets", "neutrophils" -> "10*9/L";
            case "haemoglobin" -> "g/dL";
            case "crp" -> "mg/L";
            case "creatinine" -> "mg/dL";
            default -> "U/L";
        };
    }

    /// Ferritin doubles 23 h after tocilizumab, with low fibrinogen and falling platelets.
    private static List<Observation> pattern(AdmittedPatient patient) {
        return new ArrayList<>(List.of(
                observation(patient, 60, Kind.VITAL_SIGNS, "'temperature': 39"),
                lab(patient, 71, "ferritin", "4500", ", 'referenceHigh': 300"),
                observation(patient, 72, Kind.MEDICATION, "'drug': 'tocilizumab', 'dose': 572"),
                lab(patient, 80, "platelets", "72", ""),
                lab(patient, 94, "ferritin", "12800", ", 'referenceHigh': 300"),
                lab(patient, 94, "fibrinogen", "1.2", ""),
                lab(patient, 94, "platelets", "38", ""),
                lab(patient, 94, "ast", "185", ", 'referenceHigh': 40")));
    }

    @Test
    void thePatternOfIecHsIsToldWithItsReasons() {
        var patient = AdmittedPatient.daysAgo(5);
        charted.insert(pattern(patient));

        var told = context(patient, "?at=" + patient.infusedAt().plus(Duration.ofHours(95)));

        assertThat(told.getString(item("iec-hs") + ".band")).isEqualTo("pattern");
        assertThat(told.getString(item("iec-hs") + ".version")).isEqualTo("1");
        assertThat(told.getString("policyVersion")).isNotEmpty();
        assertThat(told.getBoolean(item("iec-hs") + ".facts.find { it.name == 'H' }.holds"))
                .isFalse();
        assertThat(told.getInt(item("iec-hs") + ".numbers.leastGrade")).isEqualTo(1);
        assertThat(told.getInt(item("iec-hs") + ".inputs.find { it.name == 'ferritin' }.value"))
                .isEqualTo(12800);
        assertThat(told.getString(item("iec-hs") + ".inputs.find { it.name == 'ferritin' }.sender"))
                .isEqualTo("nurse");
        assertThat(told.getDouble(item("kinetics-ferritin") + ".value")).isEqualTo(2.84);
        assertThat(told.getDouble(item("kinetics-ferritin") + ".numbers.doublingHours"))
                .isEqualTo(15.3);
        assertThat(told.getInt("day")).isBetween(3, 4);
    }

    @Test
    void anotherOrderOfArrivalGivesTheSameAnswer() {
        var one = AdmittedPatient.daysAgo(5);
        var observations = pattern(one);
        charted.insert(observations);
        var query = "?at=" + one.infusedAt().plus(Duration.ofHours(95));
        var told = context(one, query).getList("items");
        var again = AdmittedPatient.daysAgo(5);
        var shuffled = new ArrayList<>(pattern(again));
        Collections.shuffle(shuffled, new Random(7));

        shuffled.forEach(each -> charted.insert(List.of(each)));

        var queryAgain = "?at=" + again.infusedAt().plus(Duration.ofHours(95));
        assertThat(plain(context(again, queryAgain).getList("items"))).isEqualTo(plain(told));
    }

    /// Without ids and times.
    private static String plain(List<?> items) {
        return items.toString()
                .replaceAll("o-[0-9a-f-]{36}|20\\d\\d-[0-9T:.-]+Z|\\d+ [A-Z][a-z]{2}( \\d\\d:\\d\\d)?", "");
    }

    @Test
    void aRetractedResultLeavesNoTrace() {
        var patient = AdmittedPatient.daysAgo(5);
        var observations = pattern(patient);
        charted.insert(observations);
        var query = "?at=" + patient.infusedAt().plus(Duration.ofHours(95));

        charted.retract(observations.get(4).id());

        assertThat(context(patient, query).getString(item("iec-hs") + ".band")).isEqualTo("features");
    }

    @Test
    void itIsToldAsItWasKnown() {
        var patient = AdmittedPatient.daysAgo(5);
        var before = Instant.now();
        charted.insert(pattern(patient));

        var told = context(patient, "?knownAt=" + before);

        assertThat(told.getString(item("iec-hs") + ".band")).isNull();
        assertThat(told.getString(item("iec-hs") + ".reason")).isEqualTo("not known: ferritin");
        assertThat(told.getList(item("iec-hs") + ".missing")).containsExactly("ferritin");
    }

    @Test
    void valuesFromBeforeTheInfusionAndTheJourneyAreRead() {
        var infusedAt = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var form = AdmittedPatient.form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), infusedAt);
        form.put(
                "journey",
                List.of(Map.of(
                        "phase",
                        "lymphodepletion",
                        "startedAt",
                        infusedAt.minus(5, ChronoUnit.DAYS).toString())));
        var patient = AdmittedPatient.admit(form);
        charted.insert(List.of(
                lab(patient, -122, "neutrophils", "0.9", ""),
                lab(patient, -122, "haemoglobin", "8.4", ""),
                lab(patient, -122, "platelets", "60", ""),
                lab(patient, -122, "crp", "85", ""),
                lab(patient, -122, "ferritin", "2400", ""),
                lab(patient, -119, "ferritin", "100", "")));

        var told = context(patient, "");

        assertThat(told.getInt(item("car-hematotox") + ".value")).isEqualTo(7);
        assertThat(told.getString(item("car-hematotox") + ".band")).isEqualTo("high");
        assertThat(told.getList(item("car-hematotox") + ".notes")).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndTheLeastIsTold() {
        var patient = AdmittedPatient.daysAgo(3);
        charted.insert(List.of(
                lab(patient, 48, "ldh", "300", ""),
                lab(patient, 48, "platelets", "100", ""),
                lab(patient, 48, "crp", "5", ", 'comparator': '<'"),
                lab(patient, 48, "neutrophils", "0.4", "")));

        var told = context(patient, "");

        assertThat(told.getDouble(item("s-easix") + ".value")).isEqualTo(3.0);
        assertThat(told.getString(item("m-easix") + ".band")).isEqualTo("below 1.50");
        assertThat(told.getString(item("m-easix") + ".inputs.find { it.name == 'crp' }.comparator"))
                .isEqualTo("<");
        assertThat(told.getList(item("easix") + ".missing")).containsExactly("creatinine");
        assertThat(told.getString(item("icaht-early") + ".grade")).isNull();
        assertThat(told.getInt(item("icaht-early") + ".atLeast")).isEqualTo(1);
        assertThat(told.getInt(item("ctcae-neutrophils") + ".grade")).isEqualTo(4);
        assertThat(told.getList("items.item").stream().map(String::valueOf)).doesNotContain("hscore");
    }

    @Test
    void aFeverWithFewNeutrophilsIsAFact() {
        var patient = AdmittedPatient.daysAgo(3);
        charted.insert(List.of(
                lab(patient, 48, "neutrophils", "0.49", ""),
                observation(patient, 50, Kind.VITAL_SIGNS, "'temperature': 38.3"),
                observation(patient, 50.5, Kind.CULTURE, "'specimen': 'blood', 'result': 'taken'")));

        var told = context(patient, "?at=" + patient.infusedAt().plus(Duration.ofHours(51)));

        assertThat(told.getBoolean(item("febrile-neutropenia") + ".value")).isTrue();
        assertThat(told.getString(item("febrile-neutropenia") + ".text"))
                .contains("Cultures taken")
                .contains("first antibiotic not charted");
    }

    /// The weight of the admission is the own weight.
    @Test
    void milestonesAndWhatToAskAreToldForTheDay() {
        var patient = AdmittedPatient.daysAgo(9);
        charted.insert(List.of(observation(patient, 200, Kind.WEIGHT, "'kg': 1")));

        var told = context(patient, "?at=" + patient.infusedAt().plus(Duration.ofHours(210)));

        assertThat(told.getString(item("milestones") + ".text"))
                .contains("Near the centre")
                .contains("Next trial or registry day 14 on ");
        assertThat(told.getList(item("late-neuro") + ".notes").getFirst()).isEqualTo("handwriting sample: every week");
        assertThat(told.getBoolean(item("late-neuro") + ".facts.find { it.name == 'weight-loss' }.holds"))
                .isTrue();
    }

    @Test
    void aPatientWhoIsNotThereIsNotFound() {
        As.role(Role.NURSE).get("/v1/patients/nobody/context").then().statusCode(404);
        As.role(Role.NURSE)
                .get("/v1/patients/nobody/context?at=yesterday")
                .then()
                .statusCode(400);
    }

    @Test
    void readingItIsRecorded() {
        var patient = AdmittedPatient.daysAgo(1);

        context(patient, "");

        assertThat(As.role(Role.ADMIN)
                        .get("/v1/audit?patientId=" + patient.patientId())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.action", String.class))
                .contains("GET /v1/patients/" + patient.patientId() + "/context");
    }
}
