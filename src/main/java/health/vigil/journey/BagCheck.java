package health.vigil.journey;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// J-2: each infused bag is in the lot, and at its own start in its shelf life and not discarded. Before the
/// infusion all bags of the lot are looked at. What contradicts is said before what is missing.
final class BagCheck {
    private BagCheck() {}

    static CheckFinding of(ProductJourney journey, Instant at) {
        var identity = journey.facts().identity();
        var infused = infused(journey);
        var foreign = identity.bagIds().isEmpty()
                ? List.<String>of()
                : infused.keySet().stream()
                        .filter(bag -> !identity.bagIds().contains(bag))
                        .toList();
        if (!foreign.isEmpty()) {
            return CheckFinding.stop(
                    JourneyCheck.BAGS,
                    bags(foreign) + " not in the lot " + identity.productLot().orElse("on file"));
        }
        return infused.isEmpty() ? shelfLife(journey, planned(identity, at), false) : shelfLife(journey, infused, true);
    }

    /// The infused bags with their starts.
    private static Map<String, Instant> infused(ProductJourney journey) {
        return journey.infusion().stream()
                .flatMap(recorded -> recorded.infusion().bags().stream())
                .collect(Collectors.toMap(
                        InfusedBag::bagId,
                        InfusedBag::startedAt,
                        (one, other) -> one.isAfter(other) ? one : other,
                        TreeMap::new));
    }

    private static Map<String, Instant> planned(ProductIdentity identity, Instant at) {
        return identity.bagIds().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> at, (one, _) -> one, TreeMap::new));
    }

    /// @param starts the bags, each with the time at which it is judged
    private static CheckFinding shelfLife(ProductJourney journey, Map<String, Instant> starts, boolean used) {
        var discarded = starts.entrySet().stream()
                .filter(start -> discarded(journey, start.getKey(), start.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!discarded.isEmpty() && (used || discarded.size() == starts.size())) {
            return CheckFinding.stop(JourneyCheck.BAGS, bags(discarded) + " discarded");
        }
        return expiry(journey.facts().identity(), starts.values())
                .noting(discarded.isEmpty() ? List.of() : List.of(bags(discarded) + " discarded"));
    }

    private static CheckFinding expiry(ProductIdentity identity, Collection<Instant> starts) {
        var expired = identity.expiresAt().filter(end -> starts.stream().anyMatch(start -> start.isAfter(end)));
        if (expired.isPresent()) {
            return CheckFinding.stop(JourneyCheck.BAGS, "the lot expired at " + expired.get());
        }
        if (identity.productLot().isEmpty() || identity.bagIds().isEmpty()) {
            return CheckFinding.open(JourneyCheck.BAGS, "the lot and its bags are not recorded");
        }
        return identity.expiresAt()
                .map(end -> CheckFinding.green(JourneyCheck.BAGS, "the bags are in the lot, which expires at " + end))
                .orElseGet(() -> CheckFinding.open(JourneyCheck.BAGS, "not recorded: expiresAt"));
    }

    private static boolean discarded(ProductJourney journey, String bag, Instant at) {
        return journey.custodyOfProduct().stream()
                .anyMatch(event -> event.what() == CustodyStep.DISCARDED
                        && event.concerns(bag)
                        && !event.stamp().at().isAfter(at));
    }

    private static String bags(List<String> bags) {
        return (bags.size() == 1 ? "bag " + bags.getFirst() + " is" : "bags " + String.join(", ", bags) + " are");
    }
}
