package health.vigil.journey;

import java.util.List;
import java.util.Optional;

/// The reaction to the infusion.
public record InfusionReaction(List<InfusionReactionSign> signs, Optional<Integer> grade) {
    public InfusionReaction {
        signs = List.copyOf(signs);
    }
}
