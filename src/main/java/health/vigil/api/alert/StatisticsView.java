package health.vigil.api.alert;

import health.vigil.json.Microseconds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The statistics of the alerts in a span of time. A value that cannot be calculated is `null`.
///
/// @param ward the key of the ward's name, if one was requested
/// @param notActedOnShare the share of alerts that nobody acknowledged, 0 to 1
record StatisticsView(
        @Microseconds Instant from,
        @Microseconds Instant to,
        Optional<String> ward,
        long alerts,
        BigDecimal patientDays,
        Optional<BigDecimal> alertsPerPatientDay,
        Map<String, Long> byType,
        Map<String, Long> byPriority,
        long escalated,
        long acknowledged,
        Optional<BigDecimal> notActedOnShare,
        AnswerSeconds secondsToAcknowledge) {
    /// How long alerts waited for an acknowledgement.
    record AnswerSeconds(Optional<BigDecimal> median, Optional<BigDecimal> p90, Optional<BigDecimal> longest) {}
}
