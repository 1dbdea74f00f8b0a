package health.vigil.observation;

import java.util.Optional;
import java.util.Set;

/// A bedside neurological check with at least one part. No tool is both scored and marked as not testable.
///
/// @param handwritingImage a data URL of the written sentence
public record NeuroCheck(
        Optional<Ice> ice,
        Optional<Capd> capd,
        Optional<Consciousness> consciousness,
        Set<Tool> notTestable,
        Optional<String> notTestableReason,
        Set<Tool> notDone,
        Optional<NotDoneReason> notDoneReason,
        Optional<Boolean> tremor,
        Optional<Boolean> handwritingChange,
        Optional<String> handwritingImage)
        implements Content {
    public NeuroCheck {
        notTestable = Set.copyOf(notTestable);
        notDone = Set.copyOf(notDone);
        if ((ice.isPresent() && notTestable.contains(Tool.ICE))
                || (capd.isPresent() && notTestable.contains(Tool.CAPD))) {
            throw new IllegalArgumentException("A tool is either scored or not testable");
        }
    }

    /// The total of one tool, if it was scored.
    public Optional<Integer> total(Tool tool) {
        return switch (tool) {
            case ICE -> ice.map(Ice::total);
            case CAPD -> capd.map(Capd::total);
        };
    }
}
