package health.vigil.patient.journey;

import health.vigil.intake.Submission;
import health.vigil.observation.Kind;
import health.vigil.observation.Medication;
import health.vigil.observation.Observation;
import health.vigil.store.ChartedDose;
import health.vigil.store.Quarantine;
import health.vigil.store.Quarantine.WaitingValue;
import health.vigil.store.Sql;
import health.vigil.stream.StreamReader;
import health.vigil.stream.StreamReading.Legible;
import health.vigil.stream.StreamRecord.Observed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Doses that were charted while the patient had no episode. The admission that an infusion record makes applies
/// them, so that they count beside its own.
final class WaitingDoses {
    private WaitingDoses() {}

    /// Those of the same drug that may be this dose.
    ///
    /// @param numbers all numbers of the patient
    static List<ChartedDose> of(Sql sql, List<String> numbers, Medication dose, Instant at) {
        return Quarantine.waiting(
                        sql,
                        numbers,
                        Kind.MEDICATION,
                        at.minus(ChartedDose.SAME_DOSE_WITHIN),
                        at.plus(ChartedDose.SAME_DOSE_WITHIN))
                .stream()
                .flatMap(held -> dose(held, dose).stream())
                .toList();
    }

    private static Optional<ChartedDose> dose(WaitingValue held, Medication wanted) {
        return StreamReader.read(held.value().getBytes(StandardCharsets.UTF_8), held.receivedAt())
                                instanceof Legible(Observed observed)
                        && observed.submission().content() instanceof Medication given
                        && sameDrug(given, wanted)
                        && !inFuture(observed)
                ? Optional.of(charted(observed.submission(), given))
                : Optional.empty();
    }

    private static boolean sameDrug(Medication given, Medication wanted) {
        return given.drug() == wanted.drug()
                && given.drugName()
                        .orElse("")
                        .equalsIgnoreCase(wanted.drugName().orElse(""));
    }

    /// It will be stored, and never graded.
    private static boolean inFuture(Observed observed) {
        return observed.submission().effectiveAt().isAfter(observed.receivedAt().plus(Observation.CLOCK_TOLERANCE));
    }

    private static ChartedDose charted(Submission submission, Medication given) {
        return new ChartedDose(submission.id().value(), submission.effectiveAt(), given.indication());
    }
}
