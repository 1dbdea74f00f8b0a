package health.vigil.context;

import health.vigil.observation.Analyte;
import health.vigil.observation.Finding;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The HScore of the last 48 h, if the hospital uses it. The record has no word for an enlarged liver, so the
/// score is a lower bound.
final class HScore {
    private static final int CUT_OFF = 169;
    private static final int FROM_THERAPY = 52;
    private static final Map<Analyte, Ratio> LINEAGES = Map.of(
            Analyte.HAEMOGLOBIN, Ratio.of("9.2"),
            Analyte.WBC, Ratio.of("5.0"),
            Analyte.PLATELETS, Ratio.of("110"));

    private HScore() {}

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.HSCORE);
        if (patient.at().isBefore(patient.infusedAt())) {
            return item.reason("before the infusion").build();
        }
        score(item, read(patient));
        for (var analyte : List.of(Analyte.FERRITIN, Analyte.TRIGLYCERIDES, Analyte.FIBRINOGEN, Analyte.AST)) {
            patient.newest(analyte).ifPresent(item::input);
        }
        return item.build();
    }

    static void score(ItemBuilder item, HScorePoints points) {
        int sum = 0;
        for (var part : points.parts()) {
            sum += part.points().orElse(0);
            part.points().ifPresentOrElse(found -> item.number(part.name(), found), () -> item.missing(part.name()));
        }
        if (item.complete()) {
            item.value(BigDecimal.valueOf(sum));
        } else {
            item.atLeast(sum).reason(item.missed());
        }
        if (sum > CUT_OFF) {
            item.band("above " + CUT_OFF);
        } else if (item.complete()) {
            item.band("up to " + CUT_OFF);
        }
        if (points.immunosuppressed().orElse(false) && points.lineages().orElse(0) == 3) {
            item.note(FROM_THERAPY + " points come from the therapy itself");
        }
    }

    /// Patients after CAR-T cells count as immunosuppressed.
    private static HScorePoints read(PatientState patient) {
        return new HScorePoints(
                Optional.of(true),
                highestTemperature(patient),
                OptionalInt.empty(),
                lineages(patient),
                amount(patient, Analyte.FERRITIN),
                amount(patient, Analyte.TRIGLYCERIDES).map(value -> scaled(value, "88.57")),
                amount(patient, Analyte.FIBRINOGEN).map(value -> scaled(value, "100")),
                amount(patient, Analyte.AST),
                patient.finding(Finding.HAEMOPHAGOCYTOSIS, patient.at())
                        .map(entry -> entry.content().present()));
    }

    private static Optional<Amount> amount(PatientState patient, Analyte analyte) {
        return patient.newest(analyte).map(Lab::amount);
    }

    private static Amount scaled(Amount amount, String by) {
        return new Amount(amount.value().over(Ratio.of(by)), amount.censoring());
    }

    private static Optional<Ratio> highestTemperature(PatientState patient) {
        return patient.entries(VitalSigns.class)
                .filter(PatientState.from(patient.at().minus(PatientState.RECENT)))
                .flatMap(entry -> entry.content().plausible().value(VitalSign.TEMPERATURE).stream())
                .max(Comparator.naturalOrder())
                .map(Ratio::of);
    }

    private static OptionalInt lineages(PatientState patient) {
        int low = 0;
        for (var lineage : LINEAGES.entrySet()) {
            var is = patient.newest(lineage.getKey())
                    .map(lab -> lab.amount().atMost(lineage.getValue()))
                    .orElse(Truth.UNKNOWN);
            if (is == Truth.UNKNOWN) {
                return OptionalInt.empty();
            }
            low += is.holds() ? 1 : 0;
        }
        return OptionalInt.of(low);
    }
}
