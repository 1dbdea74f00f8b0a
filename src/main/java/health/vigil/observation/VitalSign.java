package health.vigil.observation;

import java.math.BigDecimal;

/// The vital signs, each with its unit (UCUM) and its plausible range, limits included.
///
/// A value outside the range is stored but not graded. It counts as an artefact until another reading
/// confirms it.
public enum VitalSign {
    TEMPERATURE("temperature", "temperature", "Cel", 25, 45),
    HEART_RATE("heartRate", "heart rate", "/min", 10, 300),
    RESPIRATORY_RATE("respiratoryRate", "respiratory rate", "/min", 0, 120),
    SYSTOLIC("systolic", "SBP", "mm[Hg]", 30, 300),
    DIASTOLIC("diastolic", "DBP", "mm[Hg]", 10, 200),
    MEAN_ARTERIAL_PRESSURE("meanArterialPressure", "MAP", "mm[Hg]", 20, 250),
    SPO2("spo2", "SpO2", "%", 30, 100);

    private final String field;
    private final String label;
    private final String unit;
    private final BigDecimal lowest;
    private final BigDecimal highest;

    VitalSign(String field, String label, String unit, int lowest, int highest) {
        this.field = field;
        this.label = label;
        this.unit = unit;
        this.lowest = BigDecimal.valueOf(lowest);
        this.highest = BigDecimal.valueOf(highest);
    }

    /// The name of its field in the API.
    public String field() {
        return field;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public BigDecimal lowest() {
        return lowest;
    }

    public BigDecimal highest() {
        return highest;
    }

    public boolean plausible(BigDecimal value) {
        return value.compareTo(lowest) >= 0 && value.compareTo(highest) <= 0;
    }

    /// The plausible range as text, for instance `25-45 Cel`.
    public String range() {
        return lowest + "-" + highest + " " + unit;
    }
}
