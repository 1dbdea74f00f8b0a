package health.vigil.context;

import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The nine parts of the HScore.
///
/// @param immunosuppressed absent if unknown, like all parts that are optional
/// @param temperature Cel, the highest
/// @param organs 0 to 2: an enlarged liver, an enlarged spleen
/// @param lineages 0 to 3: haemoglobin up to 9.2 g/dL, leukocytes up to 5.0, platelets up to 110 10*9/L
/// @param ferritin ug/L
/// @param triglycerides mmol/L
/// @param fibrinogen g/L
/// @param ast U/L
record HScorePoints(
        Optional<Boolean> immunosuppressed,
        Optional<Ratio> temperature,
        NumberRange organs,
        NumberRange lineages,
        Optional<Amount> ferritin,
        Optional<Amount> triglycerides,
        Optional<Amount> fibrinogen,
        Optional<Amount> ast,
        Optional<Boolean> haemophagocytosis) {
    /// The points of a part.
    record PartPoints(String name, NumberRange points) {}

    List<PartPoints> parts() {
        var parts = new ArrayList<PartPoints>();
        parts.add(new PartPoints("immunosuppression", ticked(immunosuppressed, 18)));
        parts.add(new PartPoints(
                "temperature", temperature.map(HScorePoints::heat).orElse(new NumberRange(0, 49))));
        parts.add(new PartPoints("liver and spleen", table(organs, 0, 23, 38)));
        parts.add(new PartPoints("lineages", table(lineages, 0, 0, 24, 34)));
        parts.add(new PartPoints("ferritin", ladder(ferritin, "2000", "6000", 35, 50)));
        parts.add(new PartPoints("triglycerides", ladder(triglycerides, "1.5", "4", 44, 64)));
        parts.add(new PartPoints("fibrinogen", one(fibrinogen.map(value -> value.atMost(Ratio.of("2.5"))), 30)));
        parts.add(new PartPoints("ast", one(ast.map(value -> value.atLeast(Ratio.of("30"))), 19)));
        parts.add(new PartPoints("haemophagocytosis", ticked(haemophagocytosis, 35)));
        return parts;
    }

    private static NumberRange ticked(Optional<Boolean> is, int points) {
        return one(is.map(Truth::of), points);
    }

    private static NumberRange heat(Ratio celsius) {
        if (celsius.compareTo(Ratio.of("38.4")) < 0) {
            return NumberRange.exact(0);
        }
        return NumberRange.exact(celsius.compareTo(Ratio.of("39.4")) > 0 ? 49 : 33);
    }

    /// @param points by count, ascending
    private static NumberRange table(NumberRange count, int... points) {
        return new NumberRange(points[count.least()], points[count.most()]);
    }

    /// 0 below the first limit, `most` above the second, else `some`.
    private static NumberRange ladder(Optional<Amount> value, String first, String second, int some, int most) {
        var low = value.map(amount -> amount.below(Ratio.of(first))).orElse(Truth.UNKNOWN);
        var high = value.map(amount -> amount.above(Ratio.of(second))).orElse(Truth.UNKNOWN);
        int least = high.holds() ? most : low == Truth.NO ? some : 0;
        return new NumberRange(least, low.holds() ? 0 : high == Truth.NO ? some : most);
    }

    private static NumberRange one(Optional<Truth> is, int points) {
        return switch (is.orElse(Truth.UNKNOWN)) {
            case YES -> NumberRange.exact(points);
            case NO -> NumberRange.exact(0);
            case UNKNOWN -> new NumberRange(0, points);
        };
    }
}
