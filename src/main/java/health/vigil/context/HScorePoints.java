package health.vigil.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The nine parts of the HScore, each absent if unknown.
///
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
        OptionalInt organs,
        OptionalInt lineages,
        Optional<Amount> ferritin,
        Optional<Amount> triglycerides,
        Optional<Amount> fibrinogen,
        Optional<Amount> ast,
        Optional<Boolean> haemophagocytosis) {
    /// The points of a part; absent if unknown.
    record PartPoints(String name, OptionalInt points) {}

    List<PartPoints> parts() {
        var parts = new ArrayList<PartPoints>();
        parts.add(new PartPoints("immunosuppression", ticked(immunosuppressed, 18)));
        parts.add(new PartPoints(
                "temperature", temperature.map(HScorePoints::heat).orElse(OptionalInt.empty())));
        parts.add(new PartPoints("liver and spleen", table(organs, 0, 23, 38)));
        parts.add(new PartPoints("lineages", table(lineages, 0, 0, 24, 34)));
        parts.add(new PartPoints("ferritin", ladder(ferritin, "2000", "6000", 35, 50)));
        parts.add(new PartPoints("triglycerides", ladder(triglycerides, "1.5", "4", 44, 64)));
        parts.add(new PartPoints("fibrinogen", one(fibrinogen.map(value -> value.atMost(Ratio.of("2.5"))), 30)));
        parts.add(new PartPoints("ast", one(ast.map(value -> value.atLeast(Ratio.of("30"))), 19)));
        parts.add(new PartPoints("haemophagocytosis", ticked(haemophagocytosis, 35)));
        return parts;
    }

    private static OptionalInt ticked(Optional<Boolean> is, int points) {
        return is.map(yes -> OptionalInt.of(yes ? points : 0)).orElse(OptionalInt.empty());
    }

    private static OptionalInt heat(Ratio celsius) {
        if (celsius.compareTo(Ratio.of("38.4")) < 0) {
            return OptionalInt.of(0);
        }
        return OptionalInt.of(celsius.compareTo(Ratio.of("39.4")) > 0 ? 49 : 33);
    }

    private static OptionalInt table(OptionalInt count, int... points) {
        return count.isPresent() ? OptionalInt.of(points[count.getAsInt()]) : OptionalInt.empty();
    }

    /// 0 below the first limit, `most` above the second, else `some`.
    private static OptionalInt ladder(Optional<Amount> value, String first, String second, int some, int most) {
        var low = value.map(amount -> amount.below(Ratio.of(first))).orElse(Truth.UNKNOWN);
        var high = value.map(amount -> amount.above(Ratio.of(second))).orElse(Truth.UNKNOWN);
        if (low.holds()) {
            return OptionalInt.of(0);
        }
        if (high.holds()) {
            return OptionalInt.of(most);
        }
        return low == Truth.NO && high == Truth.NO ? OptionalInt.of(some) : OptionalInt.empty();
    }

    private static OptionalInt one(Optional<Truth> is, int points) {
        return switch (is.orElse(Truth.UNKNOWN)) {
            case YES -> OptionalInt.of(points);
            case NO -> OptionalInt.of(0);
            case UNKNOWN -> OptionalInt.empty();
        };
    }
}
