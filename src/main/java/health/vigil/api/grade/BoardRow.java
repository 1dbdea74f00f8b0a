package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.AlertView;
import health.vigil.api.NumbersView;
import health.vigil.api.OxygenView;
import health.vigil.grading.RunningAgent;
import health.vigil.observation.VitalSign;
import health.vigil.store.BoardFacts.BoardDevice;
import health.vigil.store.BoardFacts.LastValue;
import health.vigil.store.BoardFacts.Unused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A row of the board: one active episode. What is not known is `null`.
///
/// @param birthDate as it was written: a date, a month or a year
/// @param birthDateEstimated whether it is less than a date
/// @param day since the infusion, by the hospital's calendar
/// @param furtherInfusions the later parts of a split dose
/// @param sharesBedWith other patients of the same bed
/// @param lastValues by the name of the sign
/// @param oxygen as it was charted last
/// @param vasopressors the agents that run, by start
record BoardRow(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Optional<String> name,
        String birthDate,
        boolean birthDateEstimated,
        String ward,
        String bed,
        String product,
        Instant at,
        long day,
        BigDecimal hoursSinceInfusion,
        List<Instant> furtherInfusions,
        List<String> sharesBedWith,
        BoardGrade crs,
        BoardGrade icans,
        Optional<Instant> lastObservationAt,
        Map<String, ValueView> lastValues,
        Optional<OxygenView> oxygen,
        List<AgentView> vasopressors,
        List<CheckView> checks,
        List<AlertView> openAlerts,
        List<DeviceView> devices) {
    /// The newest reading of a vital sign, with its age.
    ///
    /// @param implausible true of what cannot be; else absent
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ValueView(BigDecimal value, String unit, Instant at, long ageSeconds, Optional<Boolean> implausible) {
        static ValueView of(VitalSign sign, LastValue last, Instant now) {
            return new ValueView(
                    last.value(),
                    sign.unit(),
                    last.at(),
                    Duration.between(last.at(), now).toSeconds(),
                    Optional.of(true).filter(_ -> !sign.plausible(last.value())));
        }
    }

    /// An agent that runs without a break since an instant.
    record AgentView(String agent, Instant since) {
        static AgentView of(RunningAgent running) {
            return new AgentView(running.agent().word(), running.since());
        }
    }

    /// A device that is bound to the patient.
    ///
    /// @param lastHeardAt absent where it was not heard since it was bound
    /// @param silent while its alert is not resolved
    /// @param used false while it speaks and nothing of it is graded, with `unusedSince` and `reason`
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DeviceView(
            String deviceId,
            Optional<Instant> lastHeardAt,
            boolean silent,
            boolean used,
            Optional<Instant> unusedSince,
            Optional<String> reason) {
        static DeviceView of(BoardDevice device) {
            return new DeviceView(
                    device.id(),
                    device.heardAt(),
                    device.silent(),
                    device.unused().isEmpty(),
                    device.unused().map(Unused::since),
                    device.unused().map(Unused::reason));
        }
    }
}
