package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// A fever has lasted for at least this long.
public record FeverDuration(Duration least) implements Requirement {
    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.of(patient.fevers().stream()
                .anyMatch(fever -> !time.isBefore(fever.begin().plus(least)) && !time.isAfter(fever.end())));
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return patient.fevers().stream()
                .flatMap(fever ->
                        Stream.of(fever.begin().plus(least), fever.end().plusNanos(1000)));
    }
}
