package health.vigil.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OraclePatient;
import health.vigil.oracle.OraclePatient.Baseline;
import health.vigil.oracle.RandomPatients;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// The patient of a seed with everything that is sent: exactly what the service must then know.
///
/// @param observations as they are sent, each with the `receivedAt` for the oracle
record SentPatient(long seed, String patientId, OraclePatient patient, List<ObjectNode> observations) {
    private static final List<String> TIMES = List.of("effectiveAt", "from", "until");

    /// The oracle's random patient, moved in time so that everything lies in the past.
    static SentPatient of(long seed, String run) {
        var random = RandomPatients.patient(seed);
        var newest = Stream.concat(
                        Stream.of(random.patient().infusedAt()),
                        random.observations().stream().map(observation -> time(observation, "effectiveAt")))
                .max(Instant::compareTo)
                .orElseThrow();
        var shift = Duration.between(newest, Instant.now().minus(1, ChronoUnit.HOURS))
                .truncatedTo(ChronoUnit.HOURS);
        var infusedAt = random.patient().infusedAt().plus(shift);
        var patient = new OraclePatient(
                random.patient().birthDate().plusDays(shift.toDays()),
                infusedAt,
                ZoneOffset.UTC,
                random.patient().baselines().stream()
                        .limit(1)
                        .map(first -> new Baseline(first.values(), infusedAt))
                        .toList());
        var name = run + "-" + seed;
        return new SentPatient(
                seed,
                name,
                patient,
                random.observations().stream()
                        .map(observation -> moved(observation, name, shift))
                        .toList());
    }

    private static ObjectNode moved(ObjectNode observation, String name, Duration shift) {
        var moved = observation.deepCopy();
        TIMES.stream()
                .filter(moved::has)
                .forEach(field ->
                        moved.put(field, time(observation, field).plus(shift).toString()));
        moved.put("receivedAt", Instant.now().toString());
        moved.put("patientId", name);
        Stream.of("id", "observationId")
                .filter(moved::has)
                .forEach(
                        field -> moved.put(field, name + "/" + moved.path(field).asText()));
        return moved;
    }

    private static Instant time(ObjectNode observation, String field) {
        return OffsetDateTime.parse(observation.path(field).asText()).toInstant();
    }

    /// Death ends the binding of a monitor, so that later readings would wait.
    AdmissionMistake mistake() {
        var mistake = AdmissionMistake.of(seed);
        var dies = observations.stream()
                .anyMatch(observation -> observation.path("kind").asText().equals("death"));
        return mistake == AdmissionMistake.DEVICE && dies ? AdmissionMistake.NONE : mistake;
    }

    /// The wrong number, or that of the patient whose monitor it was.
    String otherNumber() {
        return patientId + "-other";
    }

    /// The numbers under which it is stored.
    List<String> numbers() {
        return mistake() == AdmissionMistake.NUMBER ? List.of(patientId, otherNumber()) : List.of(patientId);
    }

    List<Instant> times() {
        return observations.stream()
                .map(observation -> time(observation, "effectiveAt"))
                .distinct()
                .toList();
    }

    List<String> ids() {
        return observations.stream()
                .map(observation -> observation.path("id").asText())
                .toList();
    }
}
