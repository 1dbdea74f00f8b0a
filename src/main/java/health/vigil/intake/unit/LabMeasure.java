package health.vigil.intake.unit;

import health.vigil.observation.Analyte;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The measure of a laboratory result. Results keep the laboratory's unit. Conversion is used only to compare
/// results of the same measure.
public enum LabMeasure {
    MASS(Amounts.MASS.per(Amounts.VOLUME)),
    SUBSTANCE(Amounts.SUBSTANCE.per(Amounts.VOLUME)),
    ACTIVITY(Amounts.ACTIVITY.per(Amounts.VOLUME)),
    ARBITRARY(Amounts.ARBITRARY.per(Amounts.VOLUME)),
    CELLS(Amounts.CELLS.per(Amounts.VOLUME)),
    RATIO(Amounts.RATIO),
    TIME(Amounts.TIME);

    // The table is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Units units;

    LabMeasure(Units units) {
        this.units = units;
    }

    /// The measure of a unit for an analyte; absent if the unit is unknown or does not fit the analyte.
    public static Optional<LabMeasure> of(Analyte analyte, String unit) {
        return sensible(analyte).stream()
                .filter(measure -> measure.units.contain(unit))
                .findFirst();
    }

    private static Set<LabMeasure> sensible(Analyte analyte) {
        return switch (analyte) {
            case IL_6, IL_10, IL_2_RECEPTOR, IFN_GAMMA, TNF_ALPHA, MCP_1 ->
                EnumSet.of(MASS, SUBSTANCE, ACTIVITY, ARBITRARY);
            case CRP, FERRITIN, FIBRINOGEN, D_DIMER, CREATININE, BILIRUBIN, TRIGLYCERIDES, HAEMOGLOBIN ->
                EnumSet.of(MASS, SUBSTANCE);
            case DIRECT_BILIRUBIN, ALBUMIN, PROCALCITONIN, LACTATE -> EnumSet.of(MASS, SUBSTANCE);
            case LDH, ALT, AST -> EnumSet.of(ACTIVITY, ARBITRARY);
            case PLATELETS, NEUTROPHILS, WBC, LYMPHOCYTES -> EnumSet.of(CELLS);
            case INR -> EnumSet.of(RATIO);
            case APTT -> EnumSet.of(TIME);
        };
    }

    /// The unit in which results are compared.
    public String unit() {
        return units.canonical();
    }

    public BigDecimal convert(BigDecimal value, String unit) {
        return units.convert(value, unit).orElseThrow();
    }
}
