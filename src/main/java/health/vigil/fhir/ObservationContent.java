package health.vigil.fhir;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.OxygenFragment;
import health.vigil.exchange.PartDraft;
import java.util.List;

/// What the values of an observation say.
sealed interface ObservationContent {
    /// Values that were read.
    ///
    /// @param parts the observations but for oxygen
    record Values(List<PartDraft> parts, OxygenFragment oxygen) implements ObservationContent {
        public Values {
            parts = List.copyOf(parts);
        }
    }

    record NothingToKeep(IgnoredReason reason) implements ObservationContent {}

    record NotSafe(ForeignReason reason, String place) implements ObservationContent {}

    static ObservationContent of(PartDraft part) {
        return new Values(List.of(part), OxygenFragment.NOTHING);
    }
}
