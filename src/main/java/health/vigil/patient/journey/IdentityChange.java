package health.vigil.patient.journey;

import health.vigil.journey.JourneyFacts;
import java.util.List;
import java.util.Optional;

/// Whether a change touches identifiers that were recorded before. Those need a reason.
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
                || loses(old.bagIds(), fresh.bagIds());
    }

    private static boolean replaces(Optional<?> before, Optional<?> after) {
        return before.isPresent() && !before.equals(after);
    }

    private static boolean loses(List<String> before, List<String> after) {
        return !after.containsAll(before);
    }
}
