package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The newest weight, both limits included.
///
/// @param from kg
/// @param to kg
public record WeightRange(Optional<BigDecimal> from, Optional<BigDecimal> to) implements Requirement {
    public RangeLimits<BigDecimal> limits() {
        return new RangeLimits<>(from, to);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return patient.weight(time)
                .map(WeightFact::kilograms)
                .map(weight -> Truth.of(from.filter(limit -> weight.compareTo(limit) < 0)
                                .isEmpty()
                        && to.filter(limit -> weight.compareTo(limit) > 0).isEmpty()))
                .orElse(Truth.UNKNOWN);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return patient.weights().map(Observation::effectiveAt);
    }

    @Override
    public Stream<String> missing(CaseFacts patient, Instant time) {
        return patient.weight(time).isPresent() ? Stream.empty() : Stream.of("weight");
    }
}
