package health.vigil.api.observation;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.observation.Content;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@ServiceTest
class ObservationTest {
    private static final Content FEVER =
            new VitalSigns(Map.of(VitalSign.TEMPERATURE, new BigDecimal("38.4")), Optional.empty());

    @Inject
    MonitorWrites writes;

    @Test
    void whatWasAppliedIsToldInCanonicalUnits() {
        var patient = AdmittedPatient.daysAgo(1);
        var observation = MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60), FEVER);
        writes.insert(List.of(observation));

        As.role(Role.NURSE)
                .get("/v1/observations/{id}", observation.id().value())
                .then()
                .statusCode(200)
                .body("id", equalTo(observation.id().value()))
                .body("state", equalTo("applied"))
                .body("patientId", equalTo(patient.patientId()))
                .body("kind", equalTo("vital-signs"))
                .body("temperature", equalTo(38.4f));
    }

    @Test
    void anIdMayHoldAnything() {
        var patient = AdmittedPatient.daysAgo(1);
        var id = "a/b c%?#é " + UUID.randomUUID();
        writes.insert(List.of(new Observation(
                ObservationIds.of(id), new PatientId(patient.patientId()), patient.infusedAt(), Instant.now(), FEVER)));

        As.role(Role.NURSE)
                .get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    @Test
    void whatTheMonitorHasNotDealtWithIsNotFound() {
        As.role(Role.NURSE).get("/v1/observations/{id}", "none").then().statusCode(404);
        As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .get("/v1/observations/%00")
                .then()
                .statusCode(404);
    }

    @Test
    void observationsRunFromTheNewestToTheOldestPageByPage() {
        var patient = AdmittedPatient.daysAgo(1);
        var written = new ArrayList<Observation>();
        for (int minute = 0; minute < 7; minute++) {
            written.add(MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60L * (minute / 2)), FEVER));
        }
        writes.insert(written);

        var found = new ArrayList<String>();
        var times = new ArrayList<String>();
        var next = "/v1/patients/%s/observations?limit=3".formatted(patient.patientId());
        while (!next.isEmpty()) {
            var page = As.role(Role.NURSE).urlEncodingEnabled(false).get(next);
            found.addAll(page.jsonPath().getList("items.id"));
            times.addAll(page.jsonPath().getList("items.effectiveAt"));
            var link = page.header("Link");
            next = link == null ? "" : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(each -> each.id().value()).toList());
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void observationsAreFoundByKindAndTime() {
        var patient = AdmittedPatient.daysAgo(1);
        var at = patient.infusedAt().plusSeconds(60);
        var bolus =
                MonitorWrites.observation(patient, at, new FluidBolus(BigDecimal.valueOf(500), FluidReason.HYDRATION));
        writes.insert(List.of(
                bolus,
                MonitorWrites.observation(patient, at, FEVER),
                MonitorWrites.observation(patient, at.plusSeconds(60), FEVER)));

        As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations?kind=fluid-bolus", patient.patientId())
                .then()
                .body("items", hasSize(1))
                .body("items[0].volume", equalTo(500));
        As.role(Role.NURSE)
                .queryParam("from", at.toString())
                .queryParam("to", at.toString())
                .get("/v1/patients/{id}/observations", patient.patientId())
                .then()
                .body("items", hasSize(2));
        As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations?kind=rumour", patient.patientId())
                .then()
                .statusCode(400);
        As.role(Role.NURSE).get("/v1/patients/nobody/observations").then().statusCode(404);
    }
}
