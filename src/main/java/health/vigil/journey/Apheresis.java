package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The collection of the cells.
///
/// @param access the vascular access
/// @param volumeProcessed mL
/// @param cd3Total 10*9
/// @param wbc 10*9/L
/// @param washoutChecked whether steroids and other drugs were stopped long enough before
/// @param viralMarkersOn the day of the viral markers
public record Apheresis(
        Optional<Instant> plannedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> access,
        Optional<BigDecimal> volumeProcessed,
        Optional<BigDecimal> cd3Total,
        Optional<BigDecimal> wbc,
        List<ApheresisReaction> adverse,
        Optional<Boolean> washoutChecked,
        Optional<LocalDate> viralMarkersOn) {
    public static final Apheresis NONE = new Apheresis(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public Apheresis {
        adverse = List.copyOf(adverse);
    }
}
