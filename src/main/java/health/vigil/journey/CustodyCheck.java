package health.vigil.journey;

import health.vigil.observation.Count;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// J-3: every event of the custody of a bag is where the last one sent it, and the hospital has received it.
final class CustodyCheck {
    private CustodyCheck() {}

    static CheckFinding of(ProductJourney journey, Instant at) {
        var events = journey.custodyOfProduct().stream()
                .filter(event -> !event.stamp().at().isAfter(at))
                .toList();
        return found(journey, events).noting(warm(events));
    }

    private static CheckFinding found(ProductJourney journey, List<CustodyEvent> events) {
        if (events.isEmpty()) {
            return CheckFinding.open(JourneyCheck.CUSTODY, "nothing is recorded");
        }
        var chains = chains(journey, events);
        var gap = chains.stream().flatMap(chain -> gap(chain).stream()).findFirst();
        if (gap.isPresent()) {
            return CheckFinding.stop(JourneyCheck.CUSTODY, gap.get());
        }
        return chains.stream()
                .flatMap(chain -> missing(chain).stream())
                .findFirst()
                .map(missing -> CheckFinding.open(JourneyCheck.CUSTODY, missing))
                .orElseGet(() -> CheckFinding.green(
                        JourneyCheck.CUSTODY,
                        Count.of(events.size(), "event").text() + " without a gap, now at " + places(chains)));
    }

    /// The events of each bag: of the infused ones, and before the infusion of all that are known. Without a bag
    /// it is one chain.
    private static List<List<CustodyEvent>> chains(ProductJourney journey, List<CustodyEvent> events) {
        var bags = bags(journey, events);
        return bags.isEmpty()
                ? List.of(events)
                : bags.stream()
                        .map(bag -> events.stream()
                                .filter(event -> event.concerns(bag))
                                .toList())
                        .toList();
    }

    private static Collection<String> bags(ProductJourney journey, List<CustodyEvent> events) {
        var infused = journey.infusion().stream()
                .flatMap(recorded -> recorded.infusion().bags().stream())
                .map(InfusedBag::bagId)
                .toList();
        return infused.isEmpty()
                ? Stream.concat(
                                journey.facts().identity().bagIds().stream(),
                                events.stream().flatMap(event -> event.bagIds().stream()))
                        .collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>(infused);
    }

    private static Optional<String> missing(List<CustodyEvent> chain) {
        if (chain.isEmpty()) {
            return Optional.of("nothing is recorded of one of the bags");
        }
        var last = chain.getLast();
        if (last.onTheWay()) {
            return Optional.of("sent from " + last.place() + " to " + last.next() + " at "
                    + last.stamp().at() + ", and not received");
        }
        return chain.stream().anyMatch(event -> event.what() == CustodyStep.RECEIVED_BY_HOSPITAL)
                ? Optional.empty()
                : Optional.of("not yet received by the hospital, now at " + last.place());
    }

    private static String places(List<List<CustodyEvent>> chains) {
        return chains.stream().map(chain -> chain.getLast().place()).distinct().collect(Collectors.joining(", "));
    }

    /// The first event that is not where the one before it sent the product.
    private static Optional<String> gap(List<CustodyEvent> events) {
        for (int i = 1; i < events.size(); i++) {
            var before = events.get(i - 1);
            var event = events.get(i);
            if (!SameText.same(before.next(), event.place())) {
                return Optional.of(
                        before.what().word() + " at " + before.stamp().at() + " leaves it at "
                                + before.next() + ", but " + event.what().word() + " at "
                                + event.stamp().at() + " is at " + event.place());
            }
        }
        return Optional.empty();
    }

    private static List<String> warm(List<CustodyEvent> events) {
        return events.stream()
                .filter(event ->
                        event.temperatureInRange().filter(inRange -> !inRange).isPresent())
                .map(event -> "temperature out of range: " + event.what().word() + " at "
                        + event.stamp().at())
                .toList();
    }
}
