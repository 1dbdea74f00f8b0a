package health.vigil.patient.journey;

import health.vigil.access.Role;
import health.vigil.journey.Deviation;
import health.vigil.problem.ProblemException;
import java.util.Optional;

/// Whether a change touches the decision about a product that is out of its specification. That is a physician's.
final class DeviationChange {
    private DeviationChange() {}

    /// @throws ProblemException 403 if the user is no physician and the decision, or who made it, would change or
    ///     go
    static void requirePhysician(Optional<Deviation> before, Optional<Deviation> after, Role role) {
        if (role != Role.PHYSICIAN && decides(before, after)) {
            throw ProblemException.forbidden(
                    "Only a physician writes or removes the decision of outOfSpecification, and its physician");
        }
    }

    private static boolean decides(Optional<Deviation> before, Optional<Deviation> after) {
        return (before.isPresent() && after.isEmpty())
                || !before.flatMap(Deviation::decision).equals(after.flatMap(Deviation::decision))
                || !before.flatMap(Deviation::physician).equals(after.flatMap(Deviation::physician));
    }
}
