package health.vigil.journey;

import java.time.Duration;
import java.time.Instant;

/// J-6: lymphodepletion ended some days before the infusion. Before the infusion the days up to now are looked at.
final class IntervalCheck {
    private IntervalCheck() {}

    static CheckFinding of(ProductJourney journey, JourneyPolicy policy, Instant at) {
        var limits = policy.limits(journey.facts().product());
        return journey.facts()
                .lymphodepletion()
                .to()
                .map(end -> of(journey, limits, Duration.between(end, at)))
                .orElseGet(
                        () -> CheckFinding.open(JourneyCheck.INTERVAL, "the end of lymphodepletion is not recorded"));
    }

    private static CheckFinding of(ProductJourney journey, ProductLimits limits, Duration since) {
        var words = "lymphodepletion ended " + Spans.days(since).toPlainString() + " d before; limits "
                + limits.leastDays() + " to " + limits.mostDays() + " d";
        if (since.compareTo(Duration.ofDays(limits.mostDays())) > 0) {
            return CheckFinding.warn(JourneyCheck.INTERVAL, words);
        }
        if (since.compareTo(Duration.ofDays(limits.leastDays())) >= 0) {
            return CheckFinding.green(JourneyCheck.INTERVAL, words);
        }
        return journey.infusion().isPresent()
                ? CheckFinding.warn(JourneyCheck.INTERVAL, words)
                : CheckFinding.open(JourneyCheck.INTERVAL, words);
    }
}
