package health.vigil.ingest.fhir;

import health.vigil.Permutations;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.Eventually.await;
import static health.vigil.ingest.fhir.Fhir.fresh;
import static health.vigil.ingest.fhir.Fhir.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

/// A report of another system, its correction and its withdrawal arrive in any order, also the withdrawal before what
/// it withdraws.
@ServiceTest
class WithdrawalOrderTest {
    private static final Instant ISSUED = Instant.parse("2026-03-02T10:00:00Z");

    /// The last thing that is sent. The records of a patient are applied in order.
    private static final float LAST = 36.5F;

    /// One report.
    record Sent(int minute, String value, String status) {
        String body(String patient, String identifier) {
            return temperature(patient, identifier, value, status)
                    .replaceFirst("'code':", "'issued': '" + ISSUED.plusSeconds(60L * minute) + "', 'code':");
        }
    }

    private static final Sent FIRST = new Sent(1, "39.2", "final");
    private static final Sent CORRECTION = new Sent(2, "38.6", "amended");
    private static final Sent WITHDRAWAL = new Sent(3, "38.6", "entered-in-error");
    private static final Sent LATER = new Sent(4, "38.1", "amended");

    private static Stream<List<Sent>> orders() {
        return Permutations.of(List.of(FIRST, CORRECTION, WITHDRAWAL)).stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void nothingStandsAfterAWithdrawal(List<Sent> order) {
        var patient = sent(order);

        assertThat(standing(patient)).containsExactly(LAST);
    }

    private static Stream<List<Sent>> ordersWithALaterReport() {
        return orders().flatMap(order -> Stream.of(0, 1, 2, 3).map(place -> {
            var longer = new ArrayList<>(order);
            longer.add(place, LATER);
            return List.copyOf(longer);
        }));
    }

    @ParameterizedTest
    @MethodSource("ordersWithALaterReport")
    void whatWasIssuedAfterTheWithdrawalStands(List<Sent> order) {
        var patient = sent(order);

        assertThat(standing(patient)).containsExactlyInAnyOrder(38.1F, LAST);
    }

    private static String sent(List<Sent> order) {
        var patient = AdmittedPatient.justNow().patientId();
        var identifier = fresh();
        order.forEach(report -> Fhir.create(report.body(patient, identifier)).statusCode(anyOf(is(200), is(201))));
        Fhir.create(temperature(patient, fresh(), Float.toString(LAST))).statusCode(201);
        await().untilAsserted(() -> assertThat(standing(patient)).contains(LAST));
        return patient;
    }

    private static List<Float> standing(String patient) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", patient)
                .jsonPath()
                .getList("items.findAll { it.kind == 'vital-signs' && !it.retractedAt }.temperature", Float.class);
    }
}
