package health.vigil.laboratory;

import health.vigil.observation.Analyte;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The units that the scores read. Results in other units are left out.
///
/// @param symbol the unit of the score (UCUM)
/// @param others the factor to the score's unit, by unit
public record LaboratoryUnit(String symbol, Map<String, Ratio> others) {
    /// An annotation such as in `10*9{cells}/L`, which does not change the size of the unit.
    private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");

    private static final LaboratoryUnit CELLS = new LaboratoryUnit(
            "10*9/L",
            Map.of(
                    "10*9/L", Ratio.of("1"),
                    "10^9/L", Ratio.of("1"),
                    "10*3/uL", Ratio.of("1"),
                    "10^3/uL", Ratio.of("1"),
                    "/uL", Ratio.of("0.001"),
                    "1/uL", Ratio.of("0.001")));
    private static final LaboratoryUnit HAEMOGLOBIN = new LaboratoryUnit(
            "g/dL", Map.of("g/dL", Ratio.of("1"), "g/L", Ratio.of("0.1"), "mmol/L", Ratio.of("1.6114")));
    private static final LaboratoryUnit CRP =
            new LaboratoryUnit("mg/L", Map.of("mg/L", Ratio.of("1"), "mg/dL", Ratio.of("10")));
    private static final LaboratoryUnit FERRITIN =
            new LaboratoryUnit("ug/L", Map.of("ug/L", Ratio.of("1"), "ng/mL", Ratio.of("1")));
    private static final LaboratoryUnit ENZYME =
            new LaboratoryUnit("U/L", Map.of("U/L", Ratio.of("1"), "ukat/L", Ratio.of("60")));
    private static final LaboratoryUnit CREATININE =
            new LaboratoryUnit("mg/dL", Map.of("mg/dL", Ratio.of("1"), "umol/L", divided("88.42")));
    private static final LaboratoryUnit BILIRUBIN =
            new LaboratoryUnit("mg/dL", Map.of("mg/dL", Ratio.of("1"), "umol/L", divided("17.104")));
    private static final LaboratoryUnit TRIGLYCERIDES =
            new LaboratoryUnit("mg/dL", Map.of("mg/dL", Ratio.of("1"), "mmol/L", Ratio.of("88.57")));
    private static final LaboratoryUnit FIBRINOGEN =
            new LaboratoryUnit("mg/dL", Map.of("mg/dL", Ratio.of("1"), "g/L", Ratio.of("100")));
    private static final LaboratoryUnit RATIO = new LaboratoryUnit("1", Map.of("1", Ratio.of("1"), "", Ratio.of("1")));
    private static final LaboratoryUnit SECONDS = new LaboratoryUnit("s", Map.of("s", Ratio.of("1")));
    /// For analytes that no score reads.
    private static final LaboratoryUnit NONE = new LaboratoryUnit("", Map.of());

    public LaboratoryUnit {
        others = Map.copyOf(others);
    }

    private static Ratio divided(String by) {
        return new Ratio(BigDecimal.ONE, new BigDecimal(by));
    }

    public static LaboratoryUnit of(Analyte analyte) {
        return switch (analyte) {
            case NEUTROPHILS, PLATELETS, WBC, LYMPHOCYTES -> CELLS;
            case HAEMOGLOBIN -> HAEMOGLOBIN;
            case CRP -> CRP;
            case FERRITIN -> FERRITIN;
            case LDH, ALT, AST -> ENZYME;
            case CREATININE -> CREATININE;
            case BILIRUBIN, DIRECT_BILIRUBIN -> BILIRUBIN;
            case TRIGLYCERIDES -> TRIGLYCERIDES;
            case FIBRINOGEN -> FIBRINOGEN;
            case INR -> RATIO;
            case APTT -> SECONDS;
            case IL_6, IL_10, IL_2_RECEPTOR, IFN_GAMMA, TNF_ALPHA, MCP_1 -> NONE;
            case D_DIMER, ALBUMIN, PROCALCITONIN, LACTATE -> NONE;
        };
    }

    /// Whether any score reads the analyte.
    public boolean read() {
        return !others.isEmpty();
    }

    /// The factor from a unit to the score's unit; absent if the unit is left out.
    public Optional<Ratio> factor(String unit) {
        return Optional.ofNullable(others.get(ANNOTATION.matcher(unit).replaceAll("")));
    }
}
