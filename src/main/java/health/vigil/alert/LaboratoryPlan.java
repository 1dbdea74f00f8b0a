package health.vigil.alert;

import health.vigil.alert.CheckPart.Laboratory;
import health.vigil.grading.Grade;
import health.vigil.observation.Analyte;
import java.time.Duration;
import java.util.List;

/// The intervals and analytes of laboratory checks.
///
/// @param daily the interval at CRS 2 and below
/// @param severe the interval at CRS 3 and above
public record LaboratoryPlan(Duration daily, Duration severe, List<Laboratory> set) {
    public static final LaboratoryPlan DEFAULT = new LaboratoryPlan(
            Duration.ofHours(24),
            Duration.ofHours(12),
            List.of(
                    anyOf(Analyte.PLATELETS),
                    anyOf(Analyte.NEUTROPHILS),
                    anyOf(Analyte.HAEMOGLOBIN),
                    anyOf(Analyte.CRP),
                    anyOf(Analyte.FERRITIN),
                    anyOf(Analyte.CREATININE),
                    anyOf(Analyte.ALT, Analyte.AST),
                    anyOf(Analyte.BILIRUBIN),
                    anyOf(Analyte.FIBRINOGEN)));

    public LaboratoryPlan {
        set = List.copyOf(set);
        Intervals.check(daily, severe);
        Intervals.rising("laboratory results at CRS 3, and below CRS 3", severe, daily);
        Intervals.require(!set.isEmpty(), "the laboratory set names no analyte");
    }

    private static Laboratory anyOf(Analyte... analytes) {
        return new Laboratory(List.of(analytes));
    }

    Duration interval(Severity severity) {
        return severity.crsFrom(Grade.THREE) ? severe : daily;
    }
}
