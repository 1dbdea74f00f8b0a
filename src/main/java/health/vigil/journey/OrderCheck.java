package health.vigil.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// J-7: lymphodepletion begins only after the product has arrived or its release is on file.
final class OrderCheck {
    private OrderCheck() {}

    static CheckFinding of(ProductJourney journey) {
        return journey.facts()
                .lymphodepletion()
                .from()
                .map(first -> of(journey, first))
                .orElseGet(() -> CheckFinding.open(JourneyCheck.ORDER, "no lymphodepletion is recorded"));
    }

    private static CheckFinding of(ProductJourney journey, Instant first) {
        return safe(journey)
                .map(since -> first.isBefore(since)
                        ? CheckFinding.warn(
                                JourneyCheck.ORDER,
                                "the first dose at " + first + " is before the release or arrival at " + since)
                        : CheckFinding.green(
                                JourneyCheck.ORDER, "the first dose is after the release or arrival at " + since))
                .orElseGet(() -> CheckFinding.warn(
                        JourneyCheck.ORDER,
                        "the first dose is at " + first + ", without a release or arrival on file"));
    }

    /// The release or the first arrival, whichever is earlier.
    private static Optional<Instant> safe(ProductJourney journey) {
        var arrival = journey.custodyOfProduct().stream()
                .filter(event -> event.what() == CustodyStep.RECEIVED_BY_HOSPITAL)
                .map(event -> event.stamp().at());
        var release = journey.facts().manufacturing().releaseAt().stream();
        return Stream.concat(arrival, release).min(Comparator.naturalOrder());
    }
}
