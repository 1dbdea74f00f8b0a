package health.vigil.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.json.SubmissionReader;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shapes;
import health.vigil.json.StrictJson;
import health.vigil.json.Violation;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.oracle.OraclePatient;
import health.vigil.oracle.RandomPatients;
import health.vigil.stream.BaselineJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A patient of the oracle as the product reads it from the wire.
record RecordedPatient(OraclePatient patient, List<Observation> observations) {
    private static final PatientId SOMEBODY = new PatientId("p-1");

    static RecordedPatient of(OraclePatient patient, List<ObjectNode> bodies) {
        return new RecordedPatient(
                patient, bodies.stream().map(RecordedPatient::read).toList());
    }

    static RecordedPatient random(long seed) {
        var random = RandomPatients.patient(seed);
        return of(random.patient(), random.observations());
    }

    private static Observation read(ObjectNode body) {
        var faults = new ArrayList<Violation>();
        var fields = new Fields(parse(body), new Location("", faults));
        var receivedAt = fields.need("receivedAt", Shapes.time());
        return SubmissionReader.read(fields, Sender.STREAM)
                .orElseThrow(() -> new IllegalArgumentException(body + ": " + faults))
                .of(SOMEBODY, receivedAt.orElseThrow());
    }

    /// Parses the text, like the product.
    private static ObjectNode parse(JsonNode body) {
        return switch (StrictJson.parse(body.toString())) {
            case StrictJson.Parsed.Value(var node) -> (ObjectNode) node;
            case StrictJson.Parsed.Malformed(var fault) -> throw new IllegalArgumentException(fault);
        };
    }

    /// The grades with the baseline as it was known.
    InMemoryGrading knownAt(Instant knownAt) {
        var born = Patient.born(
                BirthDate.of(patient.birthDate()),
                patient.infusedAt(),
                patient.zone(),
                baseline(knownAt),
                patient.furtherInfusions());
        return new InMemoryGrading(Policy.DEFAULT, born, observations);
    }

    /// The newest baseline that was received by then, or else the first.
    private Baseline baseline(Instant knownAt) {
        var known = patient.baselines().stream()
                .filter(baseline -> !baseline.receivedAt().isAfter(knownAt))
                .max(Comparator.comparing(OraclePatient.Baseline::receivedAt))
                .or(() -> patient.baselines().stream().findFirst());
        return known.map(baseline ->
                        BaselineJson.SHAPE.tryRead(parse(baseline.values())).orElseThrow())
                .orElse(Baseline.NONE);
    }

    /// The time of the last receipt of anything about the patient.
    Instant lastArrival() {
        return Stream.concat(
                        observations.stream().map(Observation::receivedAt),
                        patient.baselines().stream().map(OraclePatient.Baseline::receivedAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    InMemoryGrading knownInFull() {
        return knownAt(Instant.MAX);
    }
}
