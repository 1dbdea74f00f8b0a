package health.vigil.patient.episode;

import health.vigil.grading.Baseline;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Capd;
import health.vigil.observation.Ice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads a baseline from an admission. Impossible values are refused, because grades depend on them for weeks.
public final class BaselineFields {
    private static final Shape<BigDecimal> FLOW =
            Quantities.of(Measure.FLOW).where(OxygenTherapy::plausibleFlow, "must be 0-80 L/min");

    private BaselineFields() {}

    public static Optional<Baseline> read(Fields fields) {
        var baseline = new Baseline(
                fields.may("systolic", plausible(VitalSign.SYSTOLIC)),
                fields.may("diastolic", plausible(VitalSign.DIASTOLIC)),
                fields.may("temperature", plausible(VitalSign.TEMPERATURE)),
                fields.may("spo2", plausible(VitalSign.SPO2)),
                fields.may("ice", Shapes.count(0, Ice.BEST)),
                fields.may("capd", Shapes.count(0, Capd.WORST)),
                fields.may("oxygenFlow", FLOW),
                fields.may("developmentalDelay", Shapes.claim()).orElse(false));
        fields.refuseUnknown();
        return Optional.of(baseline);
    }

    private static Shape<BigDecimal> plausible(VitalSign sign) {
        return Quantities.of(Measure.of(sign)).where(sign::plausible, "must be " + sign.range());
    }
}
