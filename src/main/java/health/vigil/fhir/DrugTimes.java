package health.vigil.fhir;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/// When something that takes time began and ended. Of a period the end alone may be known.
record DrugTimes(Optional<Instant> start, Optional<Instant> end) {
    /// The times of an element; a fault is noted if there is neither.
    static DrugTimes read(Type time, String expression, Issues issues) {
        return switch (time) {
            case Period period
            when period.hasStart() || period.hasEnd() ->
                new DrugTimes(
                        period.hasStart()
                                ? FhirTimes.instant(period.getStartElement(), expression + ".start", issues)
                                : Optional.empty(),
                        period.hasEnd()
                                ? FhirTimes.instant(period.getEndElement(), expression + ".end", issues)
                                : Optional.empty());
            case BaseDateTimeType instant ->
                new DrugTimes(FhirTimes.instant(instant, expression, issues), Optional.empty());
            case null, default -> {
                issues.missing(expression);
                yield new DrugTimes(Optional.empty(), Optional.empty());
            }
        };
    }

    /// Its first known time.
    Optional<Instant> first() {
        return start.or(() -> end);
    }

    /// Whether it took no time.
    boolean momentary() {
        return end.isEmpty() || end.equals(start);
    }
}
