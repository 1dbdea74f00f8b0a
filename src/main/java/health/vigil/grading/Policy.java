package health.vigil.grading;

import java.math.BigDecimal;
import java.time.Duration;

/// The numbers of the rule set, section 2 of the clinical rules. Configuration: a hospital may set its own.
///
/// @param version names these numbers; every grade carries it
/// @param feverThreshold Cel; at or above is fever
/// @param feverWindow how long one fever reading keeps the fever component
/// @param bloodPressureWindow how long a blood pressure counts
/// @param spo2Window how long an SpO2 counts
/// @param fluidBolusWindow how long a bolus given for hypotension counts
/// @param antipyreticWindow how long an antipyretic waives the need for fever
/// @param vasopressorOverlap how long two agents run together before they are multiple
/// @param crsResolution no component for longer than this ends the course
/// @param temperatureStaleness no usable temperature for longer than this: grade 0 is not known
/// @param neuroCheckWindow how long an ICE, a CAPD or a level of consciousness counts
/// @param seizureWindow how long a seizure counts
/// @param spo2Limit percent; below it on room air is hypoxia
/// @param adultMapLimit mm[Hg]; below it is hypotension at 18 and over
/// @param systolicLimit the limit of the systolic pressure by age
/// @param relativeSystolicPercent an adult's SBP below this share of the baseline, and
/// @param relativeSystolicLimit below this (mm[Hg]), is hypotension
/// @param ownBaselinePercent an SBP at or above this share of the baseline never is
public record Policy(
        String version,
        BigDecimal feverThreshold,
        Duration feverWindow,
        Duration bloodPressureWindow,
        Duration spo2Window,
        Duration fluidBolusWindow,
        Duration antipyreticWindow,
        Duration vasopressorOverlap,
        Duration crsResolution,
        Duration temperatureStaleness,
        Duration neuroCheckWindow,
        Duration seizureWindow,
        BigDecimal spo2Limit,
        BigDecimal adultMapLimit,
        SystolicLimit systolicLimit,
        BigDecimal relativeSystolicPercent,
        BigDecimal relativeSystolicLimit,
        BigDecimal ownBaselinePercent) {
    public static final String RULE_SET = "ASTCT-2019/1";

    public Policy {
        feverThreshold = PolicyCheck.within("fever threshold", feverThreshold, 36, 42);
        PolicyCheck.window("fever window", feverWindow);
        PolicyCheck.window("blood-pressure window", bloodPressureWindow);
        PolicyCheck.window("SpO2 window", spo2Window);
        PolicyCheck.window("fluid-bolus window", fluidBolusWindow);
        PolicyCheck.window("antipyretic window", antipyreticWindow);
        PolicyCheck.window("vasopressor overlap", vasopressorOverlap);
        PolicyCheck.window("CRS resolution", crsResolution);
        PolicyCheck.window("temperature staleness", temperatureStaleness);
        PolicyCheck.window("neuro-check window", neuroCheckWindow);
        PolicyCheck.window("seizure window", seizureWindow);
        spo2Limit = PolicyCheck.within("SpO2 limit", spo2Limit, 50, 100);
        adultMapLimit = PolicyCheck.within("adult MAP limit", adultMapLimit, 20, 150);
        relativeSystolicPercent = PolicyCheck.within("relative systolic share", relativeSystolicPercent, 1, 100);
        relativeSystolicLimit = PolicyCheck.within("relative systolic limit", relativeSystolicLimit, 30, 300);
        ownBaselinePercent = PolicyCheck.within("own-baseline share", ownBaselinePercent, 1, 200);
        PolicyCheck.require(
                relativeSystolicPercent.compareTo(ownBaselinePercent) < 0,
                "the relative systolic share must be below the own-baseline share");
    }

    /// The numbers that the rule set publishes.
    public static final Policy DEFAULT = new Policy(
            "default",
            new BigDecimal("38.0"),
            Duration.ofHours(24),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofMinutes(30),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24),
            BigDecimal.valueOf(90),
            BigDecimal.valueOf(65),
            SystolicLimit.DEFAULT,
            BigDecimal.valueOf(80),
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(95));
}
