package health.vigil.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OraclePatient;
import health.vigil.oracle.OraclePatient.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A patient whose facts another system reports, and a twin for whom a nurse enters the same facts.
///
/// @param facts each with all its reports
record FedPatient(long seed, String patientId, OraclePatient patient, List<FedFact> facts) {
    private static final Duration SINCE_INFUSION = Duration.ofHours(40);

    FedPatient {
        facts = List.copyOf(facts);
    }

    /// The twin's number.
    String twinId() {
        return patientId + "-twin";
    }

    /// The device that is bound to the patient.
    String device() {
        return "monitors:m-" + patientId;
    }

    /// A patient of a feed, without facts.
    static FedPatient of(long seed, String run) {
        var infusedAt = Instant.now().minus(SINCE_INFUSION).truncatedTo(ChronoUnit.SECONDS);
        var baseline = JsonNodeFactory.instance
                .objectNode()
                .put("systolic", 125)
                .put("temperature", 36.7)
                .put("spo2", 97)
                .put("ice", 10);
        var patient = new OraclePatient(
                LocalDate.of(1961, 5, 17), infusedAt, ZoneOffset.UTC, List.of(new Baseline(baseline, infusedAt)));
        return new FedPatient(seed, run + "-" + seed, patient, List.of());
    }

    FedPatient with(List<FedFact> reported) {
        return new FedPatient(seed, patientId, patient, reported);
    }

    List<FeedMessage> messages() {
        return facts.stream().flatMap(fact -> fact.messages().stream()).toList();
    }

    /// What stands in the end, as it is entered for one of the two numbers.
    List<ObjectNode> standing(String number) {
        var entries = new ArrayList<ObjectNode>();
        for (var fact : facts) {
            for (var entry : fact.standing()) {
                entries.add(entry.deepCopy()
                        .put("id", number + "/" + entries.size())
                        .put("patientId", number));
            }
        }
        return entries;
    }

    /// The same for the oracle, which asks when an observation was received.
    List<ObjectNode> forOracle() {
        var received = Instant.now().toString();
        return standing(patientId).stream()
                .map(entry -> entry.put("receivedAt", received))
                .toList();
    }

    List<Instant> times() {
        return facts.stream().map(FedFact::at).toList();
    }
}
