package health.vigil.patient.journey;

import health.vigil.alert.DoseLimits;
import health.vigil.intake.Submission;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.store.ChartedDose;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A dose that is charted already and may be a dose of an infusion record.
///
/// @param charted the charted dose
/// @param recorded the dose of the record
/// @param same whether it is taken for the dose of the record; otherwise both count
record DoseMatch(ChartedDose charted, Submission recorded, boolean same) {
    /// With another indication the charted dose was given for something else.
    private static final Set<Indication> BEFORE_AN_INFUSION =
            EnumSet.of(Indication.PREMEDICATION, Indication.PROPHYLAXIS);

    /// The charted dose that a dose of a record may be. A dose charted for the same minute matches. One charted
    /// by hand at most 30 min away matches too, unless its drug has a dose limit. The record has no amount, so
    /// none differs.
    ///
    /// @param charted the standing doses of the same drug
    static Optional<DoseMatch> of(Submission recorded, List<ChartedDose> charted) {
        return nearest(recorded, charted, dose -> minute(dose.at()).equals(minute(recorded.effectiveAt())))
                .map(dose -> new DoseMatch(dose, recorded, true))
                .or(() -> nearest(recorded, charted, dose -> fits(dose, recorded))
                        .map(dose -> new DoseMatch(dose, recorded, !limited(recorded))));
    }

    /// The other charted dose that may be the same as one that the record before charted. Both count.
    ///
    /// @param others the standing doses of the same drug that no record stands for
    static Optional<DoseMatch> beside(Submission recorded, List<ChartedDose> others) {
        return limited(recorded)
                ? nearest(recorded, others, dose -> fits(dose, recorded))
                        .map(dose -> new DoseMatch(dose, recorded, false))
                : Optional.empty();
    }

    private static Optional<ChartedDose> nearest(
            Submission recorded, List<ChartedDose> charted, Predicate<ChartedDose> wanted) {
        return charted.stream()
                .filter(wanted)
                .min(Comparator.comparing((ChartedDose dose) -> apart(dose, recorded))
                        .thenComparing(ChartedDose::at)
                        .thenComparing(ChartedDose::id));
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    /// Another record's dose is no second record of this one: its own record stands for it.
    private static boolean fits(ChartedDose dose, Submission recorded) {
        return !dose.ofARecord()
                && apart(dose, recorded).compareTo(ChartedDose.SAME_DOSE_WITHIN) <= 0
                && (limited(recorded)
                        || dose.indication()
                                .filter(indication -> !BEFORE_AN_INFUSION.contains(indication))
                                .isEmpty());
    }

    private static Duration apart(ChartedDose dose, Submission recorded) {
        return Duration.between(dose.at(), recorded.effectiveAt()).abs();
    }

    private static boolean limited(Submission recorded) {
        return DoseLimits.applyTo(drug(recorded));
    }

    private static Drug drug(Submission recorded) {
        return ((Medication) recorded.content()).drug();
    }

    /// What the person who records should look at; empty if the same dose was charted for the same minute.
    Optional<String> note() {
        var drug = drug(recorded).word();
        var times = drug + " at " + recorded.effectiveAt() + " of this record";
        if (!same) {
            return Optional.of(times + " and " + drug + " charted for " + charted.at()
                    + " both count, because this drug has a dose limit. If they are one dose, retract one");
        }
        return limited(recorded) || !minute(charted.at()).equals(minute(recorded.effectiveAt()))
                ? Optional.of(times + " is taken for the dose charted for " + charted.at()
                        + ", and counts once. If it was another dose, chart it as a medication")
                : Optional.empty();
    }
}
