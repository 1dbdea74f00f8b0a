package health.vigil.grading;

import java.math.BigDecimal;
import java.time.Duration;

/// The numbers of the rule set (section 2 of the clinical rules). A hospital may set its own.
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
/// @param crsResolutionTreated the same for a course in which an anti-cytokine drug or a steroid was given
/// @param attributionLimit how long after its own time an attribution of fever, hypotension or hypoxia can act
/// @param supportConfirmation after this without a record, oxygen and vasopressors are asked about
/// @param repeatInterval how far back a second low reading confirms the newest
/// @param temperatureStaleness without a usable temperature for longer than this, grade 0 is unknown
/// @param neuroCheckWindow how long an ICE, a CAPD or a level of consciousness counts
/// @param seizureWindow how long a seizure counts
/// @param saturation when an SpO2 is low
/// @param pressure when a blood pressure is hypotension
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
        Duration crsResolutionTreated,
        Duration attributionLimit,
        Duration supportConfirmation,
        Duration repeatInterval,
        Duration temperatureStaleness,
        Duration neuroCheckWindow,
        Duration seizureWindow,
        SaturationLimits saturation,
        PressureLimits pressure) {
    public static final String RULE_SET = "ASTCT-2019/2";

    public Policy {
        feverThreshold = PolicyCheck.within("fever threshold", feverThreshold, 36, 42);
        PolicyCheck.window("fever window", feverWindow);
        PolicyCheck.window("blood-pressure window", bloodPressureWindow);
        PolicyCheck.window("SpO2 window", spo2Window);
        PolicyCheck.window("fluid-bolus window", fluidBolusWindow);
        PolicyCheck.window("antipyretic window", antipyreticWindow);
        PolicyCheck.window("vasopressor overlap", vasopressorOverlap);
        PolicyCheck.window("CRS resolution", crsResolution);
        PolicyCheck.window("CRS resolution after treatment", crsResolutionTreated);
        PolicyCheck.window("attribution limit", attributionLimit);
        PolicyCheck.window("support confirmation", supportConfirmation);
        PolicyCheck.window("repeat interval", repeatInterval);
        PolicyCheck.window("temperature staleness", temperatureStaleness);
        PolicyCheck.window("neuro-check window", neuroCheckWindow);
        PolicyCheck.window("seizure window", seizureWindow);
        PolicyCheck.require(
                crsResolution.compareTo(crsResolutionTreated) <= 0,
                "a treated course must not end sooner than an untreated one");
    }

    /// The published numbers of the rule set.
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
            Duration.ofDays(3),
            Duration.ofHours(24),
            Duration.ofHours(12),
            Duration.ofMinutes(60),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24),
            SaturationLimits.DEFAULT,
            PressureLimits.DEFAULT);
}
