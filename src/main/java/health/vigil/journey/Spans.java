package health.vigil.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/// Time spans in the words of the findings.
public final class Spans {
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    private static final int MINUTES_OF_AN_HOUR = 60;

    private Spans() {}

    /// Days to one decimal, from the instants.
    public static BigDecimal days(Instant from, Instant to) {
        return days(Duration.between(from, to));
    }

    static BigDecimal days(Duration time) {
        return BigDecimal.valueOf(time.toMillis()).divide(DAY, 1, RoundingMode.HALF_UP);
    }

    /// `47 min`, `25 h 10 min`.
    static String words(Duration time) {
        long minutes = time.toMinutes();
        long hours = minutes / MINUTES_OF_AN_HOUR;
        var rest = minutes % MINUTES_OF_AN_HOUR + " min";
        return hours == 0 ? rest : hours + " h " + rest;
    }
}
