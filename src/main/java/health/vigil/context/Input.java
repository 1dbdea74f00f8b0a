package health.vigil.context;

import health.vigil.laboratory.Lab;
import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;

/// A value that an item was computed from, as it was sent.
///
/// @param value with its comparator if it is censored, for instance `< 5`
public record Input(String name, String comparator, BigDecimal value, String unit, ObservationId id, Instant at) {
    static Input of(Lab lab) {
        return new Input(
                lab.analyte().word(),
                lab.result().comparator().map(comparator -> comparator.symbol()).orElse(""),
                lab.result().value(),
                lab.result().unit(),
                lab.observation().id(),
                lab.at());
    }
}
