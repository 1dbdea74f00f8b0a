package health.vigil.journey;

import java.time.Instant;
import java.util.List;

/// All checks of a journey. They are judged at the start of the infusion, and before it at the requested time.
public final class JourneyChecks {
    private JourneyChecks() {}

    public static List<CheckFinding> of(ProductJourney journey, JourneyPolicy policy, Instant asked) {
        var at = journey.judgedAt(asked);
        return List.of(
                IdentityCheck.of(journey, policy, at),
                BagCheck.of(journey, at),
                CustodyCheck.of(journey, at),
                ReleaseCheck.of(journey),
                ThawCheck.of(journey, policy),
                IntervalCheck.of(journey, policy, at),
                OrderCheck.of(journey),
                CellDoseCheck.of(journey, policy),
                UniquenessCheck.of(journey));
    }

    /// The checks that an item of the readiness list sums up. Nobody is at the bed yet, so of J-1 the label
    /// counts.
    static List<CheckFinding> onFile(ProductJourney journey, Instant at) {
        return List.of(
                LabelCheck.of(journey),
                BagCheck.of(journey, at),
                CustodyCheck.of(journey, at),
                ReleaseCheck.of(journey),
                UniquenessCheck.of(journey));
    }

    /// The users who confirmed the identity at the bed of an infusion.
    public static List<String> confirming(ProductJourney journey, JourneyPolicy policy, Instant at) {
        return BedsideCheck.confirming(journey, policy, at);
    }
}
