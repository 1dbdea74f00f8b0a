package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Violation;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An ICE score: its total, or its items. Items may be left out if they are named as not done.
public sealed interface IceDraft {
    /// The field that names the items that were not done, in the check or in the score.
    String NOT_DONE = "itemsNotDone";

    /// The score. Faults are noted at its place.
    ///
    /// @param notDone the items that the check names beside the score
    Optional<Ice> check(Location place, Set<IceItem> notDone);

    /// The total alone.
    record IceTotal(BigDecimal points) implements IceDraft {
        private static final FieldRule<BigDecimal, Ice> TOTAL =
                FieldRule.count(0, Ice.BEST).as(Ice::ofTotal);

        @Override
        public Optional<Ice> check(Location place, Set<IceItem> notDone) {
            return TOTAL.check(points, place);
        }
    }

    /// The items.
    ///
    /// @param besides faults of other fields in the same object
    record IceItems(
            Map<IceItem, ReadField<BigDecimal>> points, ReadField<List<IceItem>> notDone, List<Violation> besides)
            implements IceDraft {
        private static final Map<IceItem, FieldRule<BigDecimal, Integer>> POINTS = rules();

        private static Map<IceItem, FieldRule<BigDecimal, Integer>> rules() {
            var rules = new EnumMap<IceItem, FieldRule<BigDecimal, Integer>>(IceItem.class);
            for (var item : IceItem.values()) {
                rules.put(item, FieldRule.count(0, item.points()));
            }
            return rules;
        }

        public IceItems {
            points = Map.copyOf(points);
            besides = List.copyOf(besides);
        }

        @Override
        public Optional<Ice> check(Location place, Set<IceItem> notDoneBeside) {
            var checks = new Checks(place);
            var leftOut = EnumSet.noneOf(IceItem.class);
            leftOut.addAll(notDoneBeside);
            checks.may(NOT_DONE, notDone).ifPresent(leftOut::addAll);
            var items = new EnumMap<IceItem, Integer>(IceItem.class);
            POINTS.forEach((item, rule) ->
                    item(checks, item, rule, leftOut.contains(item)).ifPresent(number -> items.put(item, number)));
            besides.forEach(place::note);
            if (leftOut.size() == IceItem.values().length) {
                return place.refuse("needs at least one item; if no item was done, use notDone");
            }
            return items.size() + leftOut.size() == IceItem.values().length
                    ? Optional.of(Ice.ofItems(items, leftOut))
                    : Optional.empty();
        }

        private Optional<Integer> item(
                Checks checks, IceItem item, FieldRule<BigDecimal, Integer> rule, boolean leftOut) {
            var read = points.getOrDefault(item, ReadField.absent());
            if (!leftOut) {
                return checks.need(item.field(), read, rule);
            }
            if (checks.may(item.field(), read, rule).isPresent()) {
                checks.at(item.field()).refuse("is scored, and " + NOT_DONE + " names it");
            }
            return Optional.empty();
        }
    }
}
