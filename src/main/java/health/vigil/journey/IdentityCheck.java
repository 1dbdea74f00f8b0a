package health.vigil.journey;

import java.time.Instant;
import java.util.List;

/// J-1: the label on file and two users at the bed say that the product is the patient's. The worse of the two
/// counts.
final class IdentityCheck {
    private IdentityCheck() {}

    static CheckFinding of(ProductJourney journey, JourneyPolicy policy, Instant at) {
        var label = LabelCheck.of(journey);
        var bedside = BedsideCheck.of(journey, policy, at);
        if (label.state() == CheckState.GREEN) {
            return bedside;
        }
        return bedside.state() == CheckState.STOP && label.state() != CheckState.STOP
                ? bedside
                : label.noting(bedside.state() == CheckState.GREEN ? List.of() : List.of(bedside.finding()));
    }
}
