package health.vigil.journey;

import java.time.Instant;
import java.util.List;

/// J-2: each infused bag is in the lot, in its shelf life and not discarded. Before the infusion all bags of the
/// lot are looked at.
final class BagCheck {
    private BagCheck() {}

    static CheckFinding of(ProductJourney journey, Instant at) {
        var identity = journey.facts().identity();
        if (identity.productLot().isEmpty() || identity.bagIds().isEmpty()) {
            return CheckFinding.open(JourneyCheck.BAGS, "the lot and its bags are not recorded");
        }
        var lot = identity.productLot().get();
        var bags = infused(journey);
        var foreign =
                bags.stream().filter(bag -> !identity.bagIds().contains(bag)).toList();
        if (!foreign.isEmpty()) {
            return CheckFinding.stop(JourneyCheck.BAGS, bags(foreign) + " not in the lot " + lot);
        }
        return shelfLife(journey, bags.isEmpty() ? identity.bagIds() : bags, at);
    }

    private static List<String> infused(ProductJourney journey) {
        return journey.infusion().stream()
                .flatMap(recorded -> recorded.infusion().bags().stream())
                .map(InfusedBag::bagId)
                .toList();
    }

    private static CheckFinding shelfLife(ProductJourney journey, List<String> bags, Instant at) {
        var discarded = bags.stream().filter(bag -> discarded(journey, bag, at)).toList();
        var used = journey.infusion().isPresent();
        if (!discarded.isEmpty() && (used || discarded.size() == bags.size())) {
            return CheckFinding.stop(JourneyCheck.BAGS, bags(discarded) + " discarded");
        }
        return expiry(journey, at).noting(discarded.isEmpty() ? List.of() : List.of(bags(discarded) + " discarded"));
    }

    private static CheckFinding expiry(ProductJourney journey, Instant at) {
        return journey.facts()
                .identity()
                .expiresAt()
                .map(end -> at.isAfter(end)
                        ? CheckFinding.stop(JourneyCheck.BAGS, "the lot expired at " + end)
                        : CheckFinding.green(JourneyCheck.BAGS, "the bags are in the lot, which expires at " + end))
                .orElseGet(() -> CheckFinding.open(JourneyCheck.BAGS, "not recorded: expiresAt"));
    }

    private static boolean discarded(ProductJourney journey, String bag, Instant at) {
        return journey.custody().stream()
                .anyMatch(event -> event.what() == CustodyStep.DISCARDED
                        && event.concerns(bag)
                        && !event.stamp().at().isAfter(at));
    }

    private static String bags(List<String> bags) {
        return (bags.size() == 1 ? "bag " + bags.getFirst() + " is" : "bags " + String.join(", ", bags) + " are");
    }
}
