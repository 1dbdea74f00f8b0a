package health.vigil.oracle;

import health.vigil.oracle.RandomPatients.Query;
import health.vigil.oracle.RandomPatients.RandomPatient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Times to query: where the window of an observation or a course may end, and the microseconds next to that.
final class RandomQueries {

    private static final Duration JUST_BEFORE = Duration.ofNanos(-1_000);
    private static final Duration JUST_AFTER = Duration.ofNanos(1_000);

    private final RandomChoice choice;
    private final OraclePatient patient;
    private final List<OracleObservation> entries;

    RandomQueries(RandomPatient random) {
        this.choice = RandomChoice.seeded(~random.seed());
        this.patient = random.patient();
        this.entries =
                random.observations().stream().map(OracleObservation::read).toList();
    }

    /// The end, known in full; three window ends, known in full; one as it was seen live; one as known when
    /// something arrived, or just before; and one known in full that is a window end or the infusion.
    List<Query> all() {
        Instant everReceived = last(entries.stream().map(OracleObservation::receivedAt));
        Instant live = boundary();
        return List.of(
                new Query(last(entries.stream().map(OracleObservation::at)), everReceived),
                new Query(boundary(), everReceived),
                new Query(boundary(), everReceived.plus(Duration.ofDays(1))),
                new Query(live, live),
                new Query(boundary(), nudged(choice.any(entries).receivedAt())),
                new Query(choice.percent(20) ? nudged(patient.infusedAt()) : boundary(), everReceived));
    }

    private static Instant last(Stream<Instant> instants) {
        return instants.max(Instant::compareTo).orElseThrow();
    }

    private Instant boundary() {
        OracleObservation entry = choice.any(entries);
        Duration window = Duration.ofMinutes(choice.any(windowsOf(entry)));
        Duration resolution = Duration.ofHours(choice.percent(10) ? choice.any(List.of(24, 72)) : 0);
        return nudged(entry.at().plus(window).plus(resolution));
    }

    private static List<Integer> windowsOf(OracleObservation entry) {
        return switch (entry.kind()) {
            case "vital-signs" -> List.of(0, 720, 1440);
            case "vasopressor" -> List.of(0, 30, 30, 720);
            case "oxygen-therapy" -> List.of(0, 720);
            case "fluid-bolus" -> List.of(0, 360, 360);
            case "medication" -> List.of(720);
            case "neuro-check", "home-check" -> List.of(0, 1440);
            case "seizure" -> List.of(0, 5, 1440);
            case "attribution" -> List.of(0, 1440);
            default -> List.of(0, 0, 60);
        };
    }

    private Instant nudged(Instant instant) {
        return instant.plus(choice.any(List.of(Duration.ZERO, JUST_BEFORE, JUST_AFTER, JUST_AFTER)));
    }
}
