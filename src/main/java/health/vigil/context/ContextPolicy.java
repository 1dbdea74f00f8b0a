package health.vigil.context;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The hospital's choices about the items beside the grades.
///
/// @param place the place whose milestones are shown
/// @param hscore whether the HScore is shown
/// @param registry the days on which trials and registries ask for a status, in order
/// @param discharge the first day on which a patient goes home
public record ContextPolicy(
        MilestoneTable place, boolean hscore, List<RegistryDay> registry, EarliestDischarge discharge) {
    public static final ContextPolicy DEFAULT = new ContextPolicy(
            MilestoneTable.US_2025,
            false,
            Stream.of(7, 14, 28, 30, 60, 90, 100, 180, 365)
                    .map(day -> new RegistryDay(day, 0))
                    .toList());

    /// A policy with the usual days of discharge.
    public ContextPolicy(MilestoneTable place, boolean hscore, List<RegistryDay> registry) {
        this(place, hscore, registry, EarliestDischarge.DEFAULT);
    }

    public ContextPolicy {
        registry = registry.stream()
                .sorted(Comparator.comparingInt(RegistryDay::day))
                .toList();
    }
}
