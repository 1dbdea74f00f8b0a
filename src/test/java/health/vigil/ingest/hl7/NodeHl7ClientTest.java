package health.vigil.ingest.hl7;

import health.vigil.Eventually;
import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.client.NodeScript;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The client of the npm package node-hl7-client, from its own JavaScript.
@ServiceTest
class NodeHl7ClientTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);

    @Inject
    @SuppressWarnings("NullAway.Init")
    MllpServer server;

    @Test
    void itSendsVitalSigns() {
        // The client allows 20 characters for the number with its authority and its type.
        var number = "p-" + UUID.randomUUID().toString().substring(0, 8);
        var infusedAt = Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        var patient = AdmittedPatient.admit(AdmittedPatient.form(number, "ward-" + number, infusedAt));

        NodeScript.passes("hl7.mjs", server.port().orElseThrow(), patient.patientId(), TIME.format(Instant.now()));

        Eventually.await()
                .untilAsserted(() -> assertThat(As.role(Role.NURSE)
                                .get("/v1/patients/" + patient.patientId() + "/grade")
                                .jsonPath()
                                .<Integer>get("crs.grade"))
                        .isEqualTo(1));
    }
}
