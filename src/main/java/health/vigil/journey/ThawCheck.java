package health.vigil.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// J-5: the infusion of a bag begins soon after its thaw. A bag that came fresh and was never thawed has no thaw.
final class ThawCheck {
    private ThawCheck() {}

    static CheckFinding of(ProductJourney journey, JourneyPolicy policy) {
        var limit = policy.limits(journey.facts().product()).thawToStart();
        return journey.infusion()
                .map(recorded -> of(journey, recorded.infusion(), limit))
                .orElseGet(() -> planned(journey));
    }

    private static CheckFinding planned(ProductJourney journey) {
        var thawed = journey.custodyOfProduct().stream().anyMatch(event -> event.what() == CustodyStep.THAWED);
        var bags = journey.facts().identity().bagIds();
        return !thawed && !bags.isEmpty() && bags.stream().allMatch(bag -> fresh(journey, bag))
                ? CheckFinding.green(JourneyCheck.THAW, "the product was not frozen")
                : CheckFinding.open(JourneyCheck.THAW, "no infusion is recorded");
    }

    private static CheckFinding of(ProductJourney journey, InfusionRecord infusion, Duration limit) {
        var late = infusion.bags().stream()
                .flatMap(bag -> waited(journey, bag)
                        .filter(time -> time.compareTo(limit) > 0)
                        .map(time -> bag.bagId() + " began " + Spans.words(time) + " after its thaw")
                        .stream())
                .collect(Collectors.joining(", "));
        if (!late.isEmpty()) {
            return CheckFinding.warn(JourneyCheck.THAW, late + "; limit " + Spans.words(limit));
        }
        var unknown = infusion.bags().stream()
                .filter(bag -> waited(journey, bag).isEmpty())
                .toList();
        if (unknown.stream().anyMatch(bag -> !fresh(journey, bag.bagId()))) {
            return CheckFinding.open(JourneyCheck.THAW, "not recorded: thawedAt");
        }
        return unknown.size() == infusion.bags().size()
                ? CheckFinding.green(JourneyCheck.THAW, "the product was not frozen")
                : CheckFinding.green(
                        JourneyCheck.THAW, "every thawed bag began within " + Spans.words(limit) + " of its thaw");
    }

    /// From the thaw to the start. Of two recorded thaws the earlier one counts.
    private static Optional<Duration> waited(ProductJourney journey, InfusedBag bag) {
        var inCustody = journey.custodyOfProduct().stream()
                .filter(event -> event.what() == CustodyStep.THAWED && event.concerns(bag.bagId()))
                .map(event -> event.stamp().at())
                .filter(at -> !at.isAfter(bag.startedAt()));
        return Stream.concat(bag.thawedAt().stream(), inCustody)
                .min(Comparator.<Instant>naturalOrder())
                .map(thaw -> Duration.between(thaw, bag.startedAt()));
    }

    /// Whether the last condition of the bag in the hospital is fresh. What was fresh on its way to the
    /// manufacturer were the cells.
    private static boolean fresh(ProductJourney journey, String bag) {
        return journey.receivedAt()
                .flatMap(received -> journey.custodyOfProduct().reversed().stream()
                        .filter(event ->
                                event.concerns(bag) && !event.stamp().at().isBefore(received))
                        .flatMap(event -> event.condition().stream())
                        .findFirst())
                .filter(condition -> condition == ProductCondition.FRESH)
                .isPresent();
    }
}
