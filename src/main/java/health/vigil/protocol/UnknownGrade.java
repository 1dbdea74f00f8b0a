package health.vigil.protocol;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/// A grade that is not known: of one of these syndromes.
public record UnknownGrade(Set<Syndrome> any) implements Requirement {
    public UnknownGrade {
        any = Set.copyOf(any);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(any.stream().anyMatch(syndrome -> patient.grade(syndrome, time) == Grade.UNKNOWN));
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return any.stream()
                .flatMap(syndrome -> patient.changes(syndrome).stream())
                .map(GradeChange::at);
    }
}
