package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Violation;
import health.vigil.observation.Capd;
import health.vigil.observation.CapdItem;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A CAPD score: its total, or all its items.
public sealed interface CapdDraft {
    Optional<Capd> check(Location place);

    /// The total alone.
    record CapdTotal(BigDecimal points) implements CapdDraft {
        private static final FieldRule<BigDecimal, Capd> TOTAL =
                FieldRule.count(0, Capd.WORST).as(Capd::ofTotal);

        @Override
        public Optional<Capd> check(Location place) {
            return TOTAL.check(points, place);
        }
    }

    /// The items.
    ///
    /// @param besides faults of other fields in the same object
    record CapdItems(Map<CapdItem, ReadField<BigDecimal>> points, List<Violation> besides) implements CapdDraft {
        private static final FieldRule<BigDecimal, Integer> POINTS = FieldRule.count(0, CapdItem.POINTS);

        public CapdItems {
            points = Map.copyOf(points);
            besides = List.copyOf(besides);
        }

        @Override
        public Optional<Capd> check(Location place) {
            var checks = new Checks(place);
            var items = new EnumMap<CapdItem, Integer>(CapdItem.class);
            for (var item : CapdItem.values()) {
                checks.need(item.field(), points.getOrDefault(item, ReadField.absent()), POINTS)
                        .ifPresent(number -> items.put(item, number));
            }
            besides.forEach(place::note);
            return items.size() == CapdItem.values().length ? Optional.of(Capd.ofItems(items)) : Optional.empty();
        }
    }
}
