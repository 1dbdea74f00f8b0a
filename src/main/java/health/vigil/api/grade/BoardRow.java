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
import health.vigil.store.BoardFacts.UnusedDevice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A row of the board: one active episode. Unknown values are `null`.
///
/// @param birthDate as entered: a date, a month or a year
/// @param birthDateEstimated whether only the month or year is known
/// @param phase `inpatient`, or `outpatient` for a patient who is watched at home
/// @param day calendar days since the infusion, in the hospital's time zone
/// @param furtherInfusions the later parts of a split dose
/// @param sharesBedWith other patients in the same bed
/// @param lastValues by the name of the sign
/// @param neuroScore the newest ICE or CAPD of the episode
/// @param oxygen as charted last
/// @param vasopressors the running agents, by their start
record BoardRow(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Optional<String> name,
        String birthDate,
        boolean birthDateEstimated,
        String ward,
        String bed,
        String product,
        String phase,
        Optional<Instant> outpatientSince,
        Instant at,
        long day,
        BigDecimal hoursSinceInfusion,
        List<Instant> furtherInfusions,
        List<String> sharesBedWith,
        BoardGrade crs,
        BoardGrade icans,
        Optional<Instant> lastObservationAt,
        Map<String, ValueView> lastValues,
        Optional<NeuroScoreView> neuroScore,
        Optional<OxygenView> oxygen,
        List<AgentView> vasopressors,
        List<CheckView> checks,
        List<AlertView> openAlerts,
        List<DeviceView> devices) {
    /// The newest reading of a vital sign, with its age.
    ///
    /// @param implausible true for an implausible value, else absent
    /// @param setting `home` for a value that was read at home and not confirmed, else absent
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ValueView(
            BigDecimal value,
            String unit,
            Instant at,
            long ageSeconds,
            Optional<Boolean> implausible,
            Optional<String> setting) {
        static ValueView of(VitalSign sign, LastValue last, Instant now) {
            return new ValueView(
                    last.value(),
                    sign.unit(),
                    last.at(),
                    Duration.between(last.at(), now).toSeconds(),
                    Optional.of(true).filter(_ -> !sign.plausible(last.value())),
                    last.setting());
        }
    }

    /// An agent that has run without a break since an instant.
    record AgentView(String agent, Instant since) {
        static AgentView of(RunningAgent running) {
            return new AgentView(running.agent().word(), running.since());
        }
    }

    /// A device that is bound to the patient.
    ///
    /// @param lastHeardAt absent if it has sent nothing since it was bound
    /// @param silent whether its alert for silence is unresolved
    /// @param used false while it sends readings and none is graded; then with `unusedSince` and `reason`
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
                    device.unused().map(UnusedDevice::since),
                    device.unused().map(UnusedDevice::reason));
        }
    }
}
