package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The attributions in force for a patient, whatever their own time: each acts on the interval it names.
public final class Attributions {
    public static final Attributions NONE = new Attributions(List.of());

    private final List<Observation> entries;
    private final NavigableSet<Instant> boundaries = new TreeSet<>();

    /// @param entries observations whose content is an attribution, none of them retracted
    public Attributions(List<Observation> entries) {
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> addBoundaries((Attribution) entry.content()));
    }

    private void addBoundaries(Attribution attribution) {
        boundaries.add(attribution.from());
        attribution.until().ifPresent(boundaries::add);
    }

    boolean any() {
        return !entries.isEmpty();
    }

    /// The attribution of a component that is in force at an instant.
    Optional<Observation> of(Component component, Instant at) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return entries.stream()
                .filter(entry -> attribution(entry).components().contains(component)
                        && attribution(entry).covers(at))
                .findFirst();
    }

    /// The next instant after `at` at which an attribution begins or ends; {@link Instant#MAX} if none does.
    Instant nextBoundary(Instant at) {
        var next = boundaries.higher(at);
        return next == null ? Instant.MAX : next;
    }

    /// The attributions that begin or end at an instant.
    List<Observation> boundingAt(Instant at) {
        return entries.stream().filter(entry -> bounds(attribution(entry), at)).toList();
    }

    private static boolean bounds(Attribution attribution, Instant at) {
        return attribution.from().equals(at)
                || attribution.until().filter(at::equals).isPresent();
    }

    static Attribution attribution(Observation entry) {
        return (Attribution) entry.content();
    }
}
