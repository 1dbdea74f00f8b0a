package health.vigil.protocol;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.laboratory.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// A syndrome has had the same grade for at least this long.
public record GradeDuration(Syndrome syndrome, Grade grade, Duration least) implements Requirement {
    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(patient.newest(syndrome, time)
                .filter(change ->
                        change.to() == grade && !time.isBefore(change.at().plus(least)))
                .isPresent());
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return patient.changes(syndrome).stream()
                .map(GradeChange::at)
                .flatMap(change -> Stream.of(change, change.plus(least)));
    }
}
