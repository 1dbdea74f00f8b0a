package health.vigil.context;

import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Analyte;
import health.vigil.observation.Finding;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The HScore of the last 48 h, if the hospital uses it. The record has no word for an enlarged liver, so the
/// score is a lower bound.
final class HScore {
    private static final int CUT_OFF = 169;
    private static final int FROM_THERAPY = 52;
    /// Lower temperatures have no points, so one taken at home would make an unknown part known.
    private static final BigDecimal FEVER = new BigDecimal("38.4");
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
        var hottest = hottest(patient);
        score(item, read(patient, hottest));
        hottest.filter(HotReading::atHome)
                .ifPresent(_ -> item.note("the temperature was taken at home, not confirmed"));
        for (var analyte : List.of(Analyte.FERRITIN, Analyte.TRIGLYCERIDES, Analyte.FIBRINOGEN, Analyte.AST)) {
            patient.newest(analyte).ifPresent(item::input);
        }
        return item.build();
    }

    static void score(ItemBuilder item, HScorePoints points) {
        int least = 0;
        int most = 0;
        for (var part : points.parts()) {
            least += part.points().least();
            most += part.points().most();
            if (part.points().known()) {
                item.number(part.name(), part.points().least());
            } else {
                item.missing(part.name());
            }
        }
        conclude(item, new NumberRange(least, most));
        if (points.immunosuppressed().orElse(false) && points.lineages().least() == LINEAGES.size()) {
            item.note(FROM_THERAPY + " points come from the therapy itself");
        }
    }

    private static void conclude(ItemBuilder item, NumberRange points) {
        if (points.known()) {
            item.value(BigDecimal.valueOf(points.least()));
        } else {
            item.atLeast(points.least()).reason(item.missed());
        }
        if (points.least() > CUT_OFF) {
            item.band("above " + CUT_OFF);
        } else if (points.most() <= CUT_OFF) {
            item.band("up to " + CUT_OFF);
        }
    }

    /// Patients after CAR-T cells count as immunosuppressed.
    private static HScorePoints read(PatientState patient, Optional<HotReading> hottest) {
        return new HScorePoints(
                Optional.of(true),
                hottest.map(HotReading::celsius).map(Ratio::of),
                organs(patient),
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

    private record HotReading(BigDecimal celsius, boolean atHome) {}

    private static Optional<HotReading> hottest(PatientState patient) {
        return patient.entries(VitalSigns.class)
                .filter(PatientState.from(patient.at().minus(PatientState.RECENT)))
                .filter(PatientState.ofHospitalOr(FEVER))
                .map(ChartEntry::content)
                .flatMap(signs -> signs.plausible().value(VitalSign.TEMPERATURE).stream()
                        .map(celsius -> new HotReading(celsius, signs.atHome())))
                .max(Comparator.comparing(HotReading::celsius).thenComparing(reading -> !reading.atHome()));
    }

    /// The record has no word for an enlarged liver.
    private static NumberRange organs(PatientState patient) {
        var spleen = patient.finding(Finding.SPLENOMEGALY, patient.at())
                .map(entry -> entry.content().present());
        return new NumberRange(spleen.orElse(false) ? 1 : 0, spleen.orElse(true) ? 2 : 1);
    }

    private static NumberRange lineages(PatientState patient) {
        var low = LINEAGES.entrySet().stream()
                .map(lineage -> patient.newest(lineage.getKey())
                        .map(lab -> lab.amount().atMost(lineage.getValue()))
                        .orElse(Truth.UNKNOWN))
                .toList();
        return new NumberRange((int) low.stream().filter(Truth::holds).count(), (int)
                low.stream().filter(truth -> truth != Truth.NO).count());
    }
}
