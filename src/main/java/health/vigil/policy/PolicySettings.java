package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/// The numbers of the rule set. The defaults are the published ones. Changed numbers make another policy
/// version, and every grade carries its policy version.
@ConfigMapping(prefix = "vigil.policy")
public interface PolicySettings {
    /// Fever is at or above this, Cel.
    @WithDefault("38.0")
    BigDecimal feverThreshold();

    /// How long a fever reading counts as fever.
    @WithDefault("24H")
    Duration feverWindow();

    /// How long a blood pressure counts.
    @WithDefault("12H")
    Duration bloodPressureWindow();

    /// How long an SpO2 counts.
    @WithDefault("12H")
    Duration spo2Window();

    /// How long a bolus given for hypotension counts.
    @WithDefault("6H")
    Duration fluidBolusWindow();

    /// How long an antipyretic waives the need for fever.
    @WithDefault("12H")
    Duration antipyreticWindow();

    /// How long two vasopressors run together before they are multiple.
    @WithDefault("30M")
    Duration vasopressorOverlap();

    /// The course of CRS ends after this time without any component.
    @WithDefault("24H")
    Duration crsResolution();

    /// The same for a course in which an anti-cytokine drug or a steroid was given.
    @WithDefault("72H")
    Duration crsResolutionTreated();

    /// How long after its own time an attribution of fever, hypotension or hypoxia can take effect.
    @WithDefault("24H")
    Duration attributionLimit();

    /// After this time without a record, people are asked whether oxygen or a vasopressor still runs.
    @WithDefault("12H")
    Duration supportConfirmation();

    /// How far back a second low reading confirms the newest.
    @WithDefault("60M")
    Duration repeatInterval();

    /// After this time without a usable temperature, CRS grade 0 becomes unknown.
    @WithDefault("24H")
    Duration temperatureStaleness();

    /// How long an ICE, a CAPD or a level of consciousness counts.
    @WithDefault("24H")
    Duration neuroCheckWindow();

    /// How long a seizure counts.
    @WithDefault("24H")
    Duration seizureWindow();

    /// SpO2 below this is low, percent.
    @WithDefault("90")
    BigDecimal spo2Limit();

    /// For a patient whose baseline SpO2 is below this, percent,
    @WithDefault("93")
    BigDecimal spo2LowBaseline();

    /// SpO2 is low only if it is more than this under the baseline, percent.
    @WithDefault("3")
    BigDecimal spo2Drop();

    /// An adult's systolic pressure below this is hypotension whatever the baseline, mm[Hg].
    @WithDefault("85")
    BigDecimal absoluteSystolicLimit();

    /// An adult's mean arterial pressure below this is hypotension whatever the baseline, mm[Hg].
    @WithDefault("60")
    BigDecimal absoluteMapLimit();

    /// A child's systolic pressure this far below the limit for the age is hypotension whatever the baseline,
    /// mm[Hg].
    @WithDefault("10")
    BigDecimal absoluteChildMargin();

    /// An adult's mean arterial pressure below this is hypotension, mm[Hg].
    @WithDefault("65")
    BigDecimal adultMapLimit();

    /// The systolic limit under 1 year, mm[Hg].
    @WithDefault("70")
    BigDecimal systolicLimitInfant();

    /// The systolic limit from 1 to 10 years: this, mm[Hg],
    @WithDefault("70")
    BigDecimal systolicLimitChildBase();

    /// plus this for each completed year.
    @WithDefault("2")
    BigDecimal systolicLimitChildPerYear();

    /// The systolic limit over 10 years, mm[Hg].
    @WithDefault("90")
    BigDecimal systolicLimitAdult();

    /// An adult's systolic pressure below this share of the baseline, percent,
    @WithDefault("80")
    BigDecimal relativeSystolicPercent();

    /// and below this, mm[Hg], is hypotension.
    @WithDefault("100")
    BigDecimal relativeSystolicLimit();

    /// A systolic pressure at or above this share of the baseline is not hypotension, percent.
    @WithDefault("95")
    BigDecimal ownBaselinePercent();
}
