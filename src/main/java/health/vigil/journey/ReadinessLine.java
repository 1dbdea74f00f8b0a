package health.vigil.journey;

import java.util.Optional;

/// An item of the readiness list with its answer.
///
/// @param why what is missing; empty if it is met
/// @param override the physician's decision that stands for it
public record ReadinessLine(
        ReadinessItem item,
        ItemState state,
        Optional<String> why,
        Optional<ReadinessAnswer> answer,
        Optional<ReadinessOverride> override) {
    public boolean holdsUp() {
        return state != ItemState.MET && override.isEmpty();
    }

    /// `tocilizumab: 1 of at least 2`.
    public String sentence() {
        return item.id() + ": " + why.orElse("met");
    }
}
