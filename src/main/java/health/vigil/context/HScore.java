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

/// The HScore of the last 48 h, where the hospital asks for it. An enlarged liver has no word in the record, so the
/// score is the least that it can be.
final class HScore {
    private static final int CUT_OFF = 169;
    private static final int FROM_THERAPY = 52;
    private static final Map<Analyte, Ratio> LINEAGES = Map.of(
            Analyte.HAEMOGLOBIN, Ratio.of("9.2"),
            Analyte.WBC, Ratio.of("5.0"),
            Analyte.PLATELETS, Ratio.of("110"));

    private HScore() {}

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.HSCORE);
        if (bedside.at().isBefore(bedside.infusedAt())) {
            return answer.reason("before the infusion").item();
        }
        tell(answer, read(bedside));
        for (var analyte : List.of(Analyte.FERRITIN, Analyte.TRIGLYCERIDES, Analyte.FIBRINOGEN, Analyte.AST)) {
            bedside.newest(analyte).ifPresent(answer::input);
        }
        return answer.item();
    }

    static void tell(Answer answer, HScorePoints points) {
        int sum = 0;
        for (var part : points.parts()) {
            sum += part.points().orElse(0);
            part.points()
                    .ifPresentOrElse(found -> answer.number(part.name(), found), () -> answer.missing(part.name()));
        }
        if (answer.complete()) {
            answer.value(BigDecimal.valueOf(sum));
        } else {
            answer.atLeast(sum).reason(answer.missed());
        }
        if (sum > CUT_OFF) {
            answer.band("above " + CUT_OFF);
        } else if (answer.complete()) {
            answer.band("up to " + CUT_OFF);
        }
        if (points.immunosuppressed().orElse(false) && points.lineages().orElse(0) == 3) {
            answer.note(FROM_THERAPY + " points come from the therapy itself");
        }
    }

    /// Whoever was given the cells is immunosuppressed.
    private static HScorePoints read(Bedside bedside) {
        return new HScorePoints(
                Optional.of(true),
                highestTemperature(bedside),
                OptionalInt.empty(),
                lineages(bedside),
                amount(bedside, Analyte.FERRITIN),
                amount(bedside, Analyte.TRIGLYCERIDES).map(value -> scaled(value, "88.57")),
                amount(bedside, Analyte.FIBRINOGEN).map(value -> scaled(value, "100")),
                amount(bedside, Analyte.AST),
                bedside.finding(Finding.HAEMOPHAGOCYTOSIS, bedside.at())
                        .map(entry -> entry.content().present()));
    }

    private static Optional<Amount> amount(Bedside bedside, Analyte analyte) {
        return bedside.newest(analyte).map(Lab::amount);
    }

    private static Amount scaled(Amount amount, String by) {
        return new Amount(amount.value().over(Ratio.of(by)), amount.censoring());
    }

    private static Optional<Ratio> highestTemperature(Bedside bedside) {
        return bedside.entries(VitalSigns.class)
                .filter(Bedside.from(bedside.at().minus(Bedside.RECENT)))
                .flatMap(entry -> entry.content().plausible().value(VitalSign.TEMPERATURE).stream())
                .max(Comparator.naturalOrder())
                .map(Ratio::of);
    }

    private static OptionalInt lineages(Bedside bedside) {
        int low = 0;
        for (var lineage : LINEAGES.entrySet()) {
            var is = bedside.newest(lineage.getKey())
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
