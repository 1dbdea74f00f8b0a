package health.vigil.context;

import java.util.List;

/// The hospital's choices about the items beside the grades.
///
/// @param place the place whose milestones are shown
/// @param hscore whether the HScore is shown
/// @param registry the days on which trials and registries ask for a status, in order
public record ContextPolicy(MilestoneTable place, boolean hscore, List<Integer> registry) {
    public static final ContextPolicy DEFAULT =
            new ContextPolicy(MilestoneTable.US_2025, false, List.of(7, 14, 28, 60, 100, 180, 365));

    public ContextPolicy {
        if (registry.stream().anyMatch(day -> day < 1)) {
            throw new IllegalArgumentException("A registry day is 1 or later");
        }
        registry = registry.stream().sorted().toList();
    }
}
