package health.vigil.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/// J-5: the infusion of a bag begins soon after its thaw. A product that was never frozen has no thaw.
final class ThawCheck {
    private ThawCheck() {}

    static CheckFinding of(ProductJourney journey, JourneyPolicy policy) {
        if (fresh(journey)) {
            return CheckFinding.green(JourneyCheck.THAW, "the product was not frozen");
        }
        return journey.infusion()
                .map(recorded -> of(
                        recorded.infusion(),
                        policy.limits(journey.facts().product()).thawToStart()))
                .orElseGet(() -> CheckFinding.open(JourneyCheck.THAW, "no infusion is recorded"));
    }

    private static boolean fresh(ProductJourney journey) {
        return journey.custody().reversed().stream()
                .flatMap(event -> event.condition().stream())
                .findFirst()
                .filter(condition -> condition == ProductCondition.FRESH)
                .isPresent();
    }

    private static CheckFinding of(InfusionRecord infusion, Duration limit) {
        var late = infusion.bags().stream()
                .filter(bag ->
                        waited(bag).filter(time -> time.compareTo(limit) > 0).isPresent())
                .map(bag ->
                        bag.bagId() + " began " + Spans.words(waited(bag).orElse(Duration.ZERO)) + " after its thaw")
                .collect(Collectors.joining(", "));
        if (!late.isEmpty()) {
            return CheckFinding.warn(JourneyCheck.THAW, late + "; limit " + Spans.words(limit));
        }
        return infusion.bags().stream().anyMatch(bag -> bag.thawedAt().isEmpty())
                ? CheckFinding.open(JourneyCheck.THAW, "not recorded: thawedAt")
                : CheckFinding.green(
                        JourneyCheck.THAW, "every bag began within " + Spans.words(limit) + " of its thaw");
    }

    private static Optional<Duration> waited(InfusedBag bag) {
        return bag.thawedAt().map(thaw -> Duration.between(thaw, bag.startedAt()));
    }
}
