package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// One part of a row's condition. It is a function of the patient's facts and a time.
public sealed interface Requirement
        permits GradeRange,
                UnknownGrade,
                FlagRequirement,
                ComponentRequirement,
                FindingRequirement,
                ProductRequirement,
                AgeRange,
                WeightRange,
                DayWindow,
                GradeDuration,
                FeverDuration,
                DoseRequirement,
                ItemRequirement {
    /// Items beside the grades are computed last.
    Comparator<Requirement> CHEAPEST_FIRST = Comparator.comparing(ItemRequirement.class::isInstance);

    Truth at(CaseFacts patient, Instant time);

    /// The times at which it may begin or cease to hold. Between two of them it stays as it is.
    Stream<Instant> turns(CaseFacts patient);

    /// What would have to be recorded to decide it at a time, if it is not decided.
    default Stream<String> missing(CaseFacts patient, Instant time) {
        return Stream.empty();
    }
}
