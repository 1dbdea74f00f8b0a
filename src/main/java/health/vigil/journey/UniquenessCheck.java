package health.vigil.journey;

import java.util.Optional;
import java.util.function.Predicate;

/// J-9: no other journey has this chain of identity, and no other patient this lot. A cancelled journey of the
/// same patient does not count.
final class UniquenessCheck {
    private UniquenessCheck() {}

    static CheckFinding of(ProductJourney journey) {
        var identity = journey.facts().identity();
        var sameChain = first(
                journey,
                other -> both(identity.coiId(), other.coiId())
                        && !(other.samePatient() && other.state().equals(Optional.of(JourneyState.CANCELLED))));
        if (sameChain.isPresent()) {
            return CheckFinding.stop(
                    JourneyCheck.UNIQUENESS,
                    "another journey has the same coiId: " + sameChain.get().id());
        }
        return first(journey, other -> !other.samePatient() && both(identity.productLot(), other.productLot()))
                .map(other -> CheckFinding.stop(
                        JourneyCheck.UNIQUENESS, "a journey of another patient has the same lot: " + other.id()))
                .orElseGet(() -> identity.coiId().isPresent()
                        ? CheckFinding.green(JourneyCheck.UNIQUENESS, "no other journey has this coiId or lot")
                        : CheckFinding.open(JourneyCheck.UNIQUENESS, "not recorded: coiId"));
    }

    private static Optional<RelatedJourney> first(ProductJourney journey, Predicate<RelatedJourney> claim) {
        return journey.related().stream().filter(claim).findFirst();
    }

    private static boolean both(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && SameText.same(one.get(), other.get());
    }
}
