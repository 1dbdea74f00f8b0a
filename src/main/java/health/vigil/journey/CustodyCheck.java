package health.vigil.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// J-3: every event of the custody is where the last one sent the product, and the hospital has received it.
final class CustodyCheck {
    private CustodyCheck() {}

    static CheckFinding of(ProductJourney journey, Instant at) {
        var events = journey.custody().stream()
                .filter(event -> !event.stamp().at().isAfter(at))
                .toList();
        return found(events).noting(warm(events));
    }

    private static CheckFinding found(List<CustodyEvent> events) {
        var gap = gap(events);
        if (gap.isPresent()) {
            return CheckFinding.stop(JourneyCheck.CUSTODY, gap.get());
        }
        if (events.isEmpty()) {
            return CheckFinding.open(JourneyCheck.CUSTODY, "nothing is recorded");
        }
        var last = events.getLast();
        if (last.onTheWay()) {
            return CheckFinding.open(
                    JourneyCheck.CUSTODY,
                    "sent from " + last.place() + " to " + last.next() + " at "
                            + last.stamp().at() + ", and not received");
        }
        return events.stream().anyMatch(event -> event.what() == CustodyStep.RECEIVED_BY_HOSPITAL)
                ? CheckFinding.green(
                        JourneyCheck.CUSTODY, events.size() + " events without a gap, now at " + last.place())
                : CheckFinding.open(JourneyCheck.CUSTODY, "not yet received by the hospital, now at " + last.place());
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
