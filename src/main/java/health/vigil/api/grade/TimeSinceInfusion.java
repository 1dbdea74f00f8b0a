package health.vigil.api.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// How long after the infusion an instant is.
///
/// @param day calendar days in the hospital's time zone; the infusion is day 0
/// @param hours elapsed hours, to the third decimal
record TimeSinceInfusion(long day, BigDecimal hours) {
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    static TimeSinceInfusion of(Instant infusedAt, Instant at, ZoneId hospital) {
        var day = ChronoUnit.DAYS.between(LocalDate.ofInstant(infusedAt, hospital), LocalDate.ofInstant(at, hospital));
        var millis = BigDecimal.valueOf(Duration.between(infusedAt, at).toMillis());
        return new TimeSinceInfusion(day, PlainNumber.of(millis.divide(MILLIS_PER_HOUR, 3, RoundingMode.HALF_EVEN)));
    }
}
