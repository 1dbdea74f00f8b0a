package health.vigil.protocol;

import health.vigil.observation.Drug;
import health.vigil.observation.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// How many doses of a drug were given.
///
/// @param within counts only doses that are not older
public record DoseCount(Drug drug, int atLeast, int atMost, Optional<Duration> within, DoseStart since) {
    /// The most doses where there is no upper limit.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// From when doses count.
    public enum DoseStart implements Word {
        /// The begin of the course of CRS that is open. Without one nothing is counted.
        ONSET,
        INFUSION
    }

    public RangeLimits<Integer> limits() {
        return RangeLimits.of(atLeast, atMost, UNLIMITED);
    }

    boolean holds(CaseFacts patient, Instant time) {
        return start(patient)
                .filter(start -> !start.isAfter(time))
                .map(start -> patient.doses(drug).stream()
                        .filter(dose -> !dose.isBefore(start) && !dose.isAfter(time) && counts(dose, time))
                        .count())
                .filter(count -> count >= atLeast && count <= atMost)
                .isPresent();
    }

    private Optional<Instant> start(CaseFacts patient) {
        return switch (since) {
            case ONSET -> patient.onset();
            case INFUSION -> Optional.of(patient.infusedAt());
        };
    }

    private boolean counts(Instant dose, Instant time) {
        return within.filter(window -> time.isAfter(dose.plus(window))).isEmpty();
    }

    Stream<Instant> turns(CaseFacts patient) {
        var doses = patient.doses(drug).stream()
                .flatMap(dose -> Stream.concat(
                        Stream.of(dose),
                        within.stream().map(window -> dose.plus(window).plusNanos(1000))));
        return Stream.concat(start(patient).stream(), doses);
    }
}
