package health.vigil.patient.journey;

import health.vigil.journey.JourneyFacts;
import health.vigil.journey.ProductIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a change touches identifiers or an outcome that were recorded before. Those need a reason. Once the
/// bags are listed, so does every change of what they are made from.
final class IdentityChange {
    private IdentityChange() {}

    static boolean needsReason(JourneyFacts before, JourneyFacts after) {
        var old = before.identity();
        var fresh = after.identity();
        return !before.birthDate().equals(after.birthDate())
                || !before.product().equals(after.product())
                || replaces(before.name(), after.name())
                || replaces(old.coiId(), fresh.coiId())
                || replaces(old.productLot(), fresh.productLot())
                || replaces(old.patientIdOnLabel(), fresh.patientIdOnLabel())
                || replaces(old.nameOnLabel(), fresh.nameOnLabel())
                || replaces(old.dateOfBirthOnLabel(), fresh.dateOfBirthOnLabel())
                || replaces(old.expiresAt(), fresh.expiresAt())
                || replaces(
                        before.manufacturing().outcome(), after.manufacturing().outcome())
                || replaces(old.sec(), fresh.sec())
                || replaces(old.bagIds(), fresh.bagIds())
                || replaces(old.din(), fresh.din())
                || replaces(old.apheresisIds(), fresh.apheresisIds())
                || replaces(old.productIds(), fresh.productIds())
                || (!old.bagIds().isEmpty() && !sources(old).equals(sources(fresh)));
    }

    private static boolean replaces(Optional<?> before, Optional<?> after) {
        return before.isPresent() && !before.equals(after);
    }

    /// Whether a list that is not empty changes, whatever its order.
    private static boolean replaces(List<String> before, List<String> after) {
        return !before.isEmpty() && !Set.copyOf(before).equals(Set.copyOf(after));
    }

    private static List<Set<String>> sources(ProductIdentity identity) {
        return List.of(
                identity.sec().map(Set::of).orElseGet(Set::of),
                Set.copyOf(identity.din()),
                Set.copyOf(identity.apheresisIds()),
                Set.copyOf(identity.productIds()));
    }
}
