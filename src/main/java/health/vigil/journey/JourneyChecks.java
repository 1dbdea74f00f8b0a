package health.vigil.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All checks of a journey. They are judged at the start of the infusion, and before it at the requested time.
public final class JourneyChecks {
    private JourneyChecks() {}

    public static List<CheckFinding> of(ProductJourney journey, JourneyPolicy policy, Instant asked) {
        var at = journey.infusion()
                .map(recorded -> recorded.infusion().startedAt())
                .orElse(asked);
        return List.of(
                        IdentityCheck.of(journey, policy, at),
                        BagCheck.of(journey, at),
                        CustodyCheck.of(journey, at),
                        ReleaseCheck.of(journey),
                        ThawCheck.of(journey, policy),
                        IntervalCheck.of(journey, policy, at),
                        OrderCheck.of(journey),
                        CellDoseCheck.of(journey, policy),
                        UniquenessCheck.of(journey))
                .stream()
                .map(finding -> finding.overriddenBy(override(journey, policy, finding.check(), at)))
                .toList();
    }

    /// The checks that an item of the readiness list sums up. Nobody is at the bed yet, so of J-1 the label
    /// counts.
    static List<CheckFinding> onFile(ProductJourney journey, JourneyPolicy policy, Instant at) {
        return List.of(
                        LabelCheck.of(journey),
                        BagCheck.of(journey, at),
                        CustodyCheck.of(journey, at),
                        ReleaseCheck.of(journey),
                        UniquenessCheck.of(journey))
                .stream()
                .map(finding -> finding.overriddenBy(override(journey, policy, finding.check(), at)))
                .toList();
    }

    private static Optional<CheckOverride> override(
            ProductJourney journey, JourneyPolicy policy, JourneyCheck check, Instant at) {
        return journey.overrides().reversed().stream()
                .filter(override -> override.target().equals(check.id()))
                .filter(override -> !override.stamp().at().isAfter(at))
                .filter(override -> check != JourneyCheck.IDENTITY
                        || BedsideCheck.counts(override.stamp().at(), at, policy))
                .findFirst();
    }

    /// The users who confirmed the identity at the bed of an infusion.
    public static List<String> confirming(ProductJourney journey, JourneyPolicy policy, Instant at) {
        return BedsideCheck.confirming(journey, policy, at);
    }
}
