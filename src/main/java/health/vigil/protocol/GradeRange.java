package health.vigil.protocol;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.stream.Stream;

/// A known grade within limits, both included. An unknown grade is in no range.
public record GradeRange(Syndrome syndrome, int min, int max) implements Requirement {
    /// The highest grade there is.
    public static final int HIGHEST = 5;

    public GradeRange {
        if (min > max) {
            throw new IllegalArgumentException("min is above max");
        }
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(holds(patient.grade(syndrome, time)));
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return patient.changes(syndrome).stream().map(GradeChange::at);
    }

    public RangeLimits<Integer> limits() {
        return RangeLimits.of(min, max, HIGHEST);
    }

    boolean holds(Grade grade) {
        return grade.number().isPresent()
                && grade.number().getAsInt() >= min
                && grade.number().getAsInt() <= max;
    }

    boolean isExceededBy(Grade grade) {
        return grade.number().isPresent() && grade.number().getAsInt() > max;
    }

    /// The rises of the grade within or into the range.
    Stream<Instant> rises(CaseFacts patient) {
        return patient.changes(syndrome).stream()
                .filter(change -> change.rise() && holds(change.to()))
                .map(GradeChange::at);
    }
}
