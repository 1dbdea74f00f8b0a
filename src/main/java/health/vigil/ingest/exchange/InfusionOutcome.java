package health.vigil.ingest.exchange;

import java.util.List;

/// What became of a reported infusion of CAR-T cells.
public sealed interface InfusionOutcome {
    /// It is stored, now or from before. The monitor admits the patient, or alerts the ward if it cannot.
    record Stored() implements InfusionOutcome {}

    /// The patient cannot be admitted. Nothing was stored.
    ///
    /// @param reasons all that is missing, as sentences without values
    record Incomplete(List<String> reasons) implements InfusionOutcome {
        public Incomplete {
            reasons = List.copyOf(reasons);
        }
    }

    /// The patient has an active episode in another ward than the sender's. Nothing was stored.
    record OfAnotherWard() implements InfusionOutcome {}

    /// The hospital admits its patients by hand (`vigil.exchange.infusion-admits`). Nothing was stored.
    record NotEnabled() implements InfusionOutcome {}
}
