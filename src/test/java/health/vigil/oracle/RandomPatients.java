package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OraclePatient.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Random patients at the limits of the rules. A seed always gives the same patient.
public final class RandomPatients {

    private static final Instant EPOCH = Instant.parse("2026-01-05T00:00:00Z");

    private RandomPatients() {}

    /// A patient with all observations.
    ///
    /// @param patientId the id in the observations
    /// @param observations in the wire format with `receivedAt`, in the order of receipt
    public record RandomPatient(long seed, String patientId, OraclePatient patient, List<ObjectNode> observations) {}

    /// A query: the grade at `at`, as known at `knownAt`.
    public record Query(Instant at, Instant knownAt) {}

    /// The patient of this seed, with 5 to 60 observations, mostly about 25. Two of five have readings taken at
    /// home.
    public static RandomPatient patient(long seed) {
        RandomChoice choice = RandomChoice.seeded(seed);
        OraclePatient patient = patient(choice);
        String patientId = "random-" + seed;
        List<ObjectNode> observations = RandomHome.mixed(seed, observations(choice, patient, patientId));
        return new RandomPatient(seed, patientId, patient, observations);
    }

    /// Six queries for this patient, at and next to times where the answer changes; always the same for one
    /// patient.
    public static List<Query> queryInstants(RandomPatient random) {
        return new RandomQueries(random).all();
    }

    /// The same patient, with one infusion reported by the pump under its `deviceId` and without a patient.
    public static RandomPatient onPump(RandomPatient random) {
        List<ObjectNode> observations =
                random.observations().stream().map(RandomPatients::toldByPump).toList();
        return new RandomPatient(random.seed(), random.patientId(), random.patient(), observations);
    }

    private static ObjectNode toldByPump(ObjectNode observation) {
        ObjectNode told = observation.deepCopy();
        if (told.path("infusionId").asText().equals(RandomObservations.PUMP)) {
            told.put("deviceId", RandomObservations.PUMP).remove(List.of("infusionId", "patientId"));
        }
        return told;
    }

    private static OraclePatient patient(RandomChoice choice) {
        ZoneId zone = ZoneId.of(choice.word("Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata"));
        Instant infusedAt =
                EPOCH.plus(Duration.ofHours(choice.between(0, 4_000))).plusNanos(choice.percent(70) ? 0 : 123_456_000);
        LocalDate infusionDay = infusedAt.atZone(zone).toLocalDate();
        return new OraclePatient(
                birthDate(choice, infusionDay),
                infusedAt,
                zone,
                baselines(choice, infusedAt),
                furtherInfusions(choice, infusedAt));
    }

    /// A split dose for every fourth patient.
    private static List<Instant> furtherInfusions(RandomChoice choice, Instant infusedAt) {
        List<Instant> infusions = new ArrayList<>();
        while (infusions.size() < 2 && choice.oneIn(4)) {
            infusions.add(infusedAt.plus(Duration.ofHours(choice.any(List.of(1, 6, 24, 48, 168, 336)))));
        }
        return infusions;
    }

    /// Half of them on or a day next to the birthday of an age at which a rule changes.
    private static LocalDate birthDate(RandomChoice choice, LocalDate infusionDay) {
        if (choice.percent(50)) {
            return infusionDay.minusYears(choice.between(0, 85)).minusDays(choice.between(5, 350));
        }
        int age = Integer.parseInt(choice.word("1", "2", "10", "11", "12", "18"));
        return infusionDay.minusYears(age).plusDays(choice.between(-1, 1));
    }

    /// None, one, or one that was corrected once or twice; each correction is a whole baseline.
    private static List<Baseline> baselines(RandomChoice choice, Instant infusedAt) {
        List<Baseline> baselines = new ArrayList<>();
        Instant receivedAt = infusedAt.plus(Duration.ofHours(choice.between(-72, choice.percent(25) ? 96 : 0)));
        int statements = Integer.parseInt(choice.word("0", "1", "1", "1", "1", "1", "2", "2", "3"));
        for (int statement = 0; statement < statements; statement++) {
            baselines.add(new Baseline(baseline(choice), receivedAt));
            receivedAt = receivedAt.plus(Duration.ofHours(choice.between(12, 96)));
        }
        return baselines;
    }

    private static ObjectNode baseline(RandomChoice choice) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        // From 112.5 to 125 a fifth less lies between the fixed limits of 90 and 100; above it 100 decides.
        int systolic = Integer.parseInt(choice.word("92", "115", "120", "125", "130", "160"));
        if (choice.percent(80)) values.put("systolic", choice.percent(60) ? systolic : choice.between(80, 165));
        if (choice.percent(50)) values.put("diastolic", choice.between(45, 90));
        if (choice.percent(50)) values.put("temperature", 36.7);
        if (choice.percent(50)) values.put("spo2", choice.between(84, 99));
        if (choice.percent(60)) values.put("ice", choice.percent(60) ? 10 : choice.between(3, 9));
        if (choice.percent(60)) values.put("capd", choice.between(0, 14));
        if (choice.percent(30)) RandomValues.put(values, "oxygenFlow", choice.word("2", "1.5", "6", "7", "0"));
        if (choice.percent(25)) values.put("developmentalDelay", choice.percent(60));
        return values;
    }

    private static List<ObjectNode> observations(RandomChoice choice, OraclePatient patient, String patientId) {
        RandomObservations source = new RandomObservations(choice, new RandomTimes(choice, patient), patient);
        int count = choice.oneIn(8) ? choice.between(5, 60) : choice.between(10, 35);
        List<String> ids =
                IntStream.range(0, count).mapToObj(n -> patientId + "-" + n).toList();
        return ids.stream()
                .map(id -> source.next(ids).put("id", id).put("patientId", patientId))
                .sorted(Comparator.comparing((ObjectNode body) -> OracleObservation.instant(body, "receivedAt")))
                .toList();
    }
}
