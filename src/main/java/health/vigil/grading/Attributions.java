package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The attributions of a patient. Each acts on the interval that it names, independent of its own time.
///
/// An attribution of fever, hypotension or hypoxia ends a limited time after its signature. Another signature
/// renews it.
public final class Attributions {
    public static final Attributions NONE = new Attributions(List.of(), Duration.ZERO);

    private static final Set<Component> LIMITED =
            Collections.unmodifiableSet(EnumSet.of(Component.FEVER, Component.HYPOTENSION, Component.HYPOXIA));

    private final Map<Component, List<Span>> spans = new EnumMap<>(Component.class);
    private final NavigableSet<Instant> boundaries = new TreeSet<>();

    /// The attribution of one component by one entry.
    ///
    /// @param until exclusive; {@link Instant#MAX} while it is open
    private record Span(Observation entry, Instant from, Instant until) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        boolean bounds(Instant at) {
            return from.equals(at) || until.equals(at);
        }
    }

    /// @param entries observations whose content is an attribution, none of them retracted
    /// @param limit how long after its own time an attribution of fever, hypotension or hypoxia can act
    public Attributions(List<Observation> entries, Duration limit) {
        for (var entry : entries) {
            for (var component : attribution(entry).components()) {
                var end = end(attribution(entry), entry.effectiveAt(), component, limit);
                add(component, new Span(entry, attribution(entry).from(), end));
            }
        }
    }

    /// These attributions and one more.
    Attributions with(Observation entry, Duration limit) {
        var more = new Attributions(List.of(entry), limit);
        spans.forEach((component, known) ->
                more.spans.computeIfAbsent(component, _ -> new ArrayList<>()).addAll(0, known));
        more.boundaries.addAll(boundaries);
        return more;
    }

    /// When an attribution of a component ends, by its own end and the limit; {@link Instant#MAX} if never.
    ///
    /// @param signedAt its own time
    /// @param limit how long after that an attribution of fever, hypotension or hypoxia can act
    public static Instant end(Attribution attribution, Instant signedAt, Component component, Duration limit) {
        var until = attribution.until().orElse(Instant.MAX);
        return LIMITED.contains(component) ? Windows.earlier(until, signedAt.plus(limit)) : until;
    }

    /// Adds an attribution, unless it ends before it begins.
    private void add(Component component, Span span) {
        if (span.from().isBefore(span.until())) {
            spans.computeIfAbsent(component, _ -> new ArrayList<>()).add(span);
            boundaries.add(span.from());
            if (!span.until().equals(Instant.MAX)) {
                boundaries.add(span.until());
            }
        }
    }

    boolean any() {
        return !spans.isEmpty();
    }

    /// The attribution of a component that is in force at an instant.
    Optional<Observation> of(Component component, Instant at) {
        return covering(component, at).map(Span::entry);
    }

    private Optional<Span> covering(Component component, Instant at) {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        return spans.getOrDefault(component, List.of()).stream()
                .filter(span -> span.covers(at))
                .findFirst();
    }

    /// The attribution in force, as the reason why the component is left out.
    List<Evidence> leftOut(Component component, Instant at) {
        return covering(component, at).stream()
                .<Evidence>map(span -> new Exclusion.OtherCause(component, span.entry(), span.until()))
                .toList();
    }

    /// When the newest attribution of a component that is over at an instant ended.
    Optional<Instant> ended(Component component, Instant at) {
        return spans.getOrDefault(component, List.of()).stream()
                .map(Span::until)
                .filter(until -> !until.isAfter(at))
                .max(Instant::compareTo);
    }

    /// The next instant after `at` at which an attribution begins or ends; {@link Instant#MAX} if none does.
    Instant nextBoundary(Instant at) {
        var next = boundaries.higher(at);
        return next == null ? Instant.MAX : next;
    }

    /// The attributions that begin or end at an instant.
    List<Observation> boundingAt(Instant at) {
        if (!boundaries.contains(at)) {
            return List.of();
        }
        return spans.values().stream()
                .flatMap(List::stream)
                .filter(span -> span.bounds(at))
                .map(Span::entry)
                .distinct()
                .toList();
    }

    static Attribution attribution(Observation entry) {
        return (Attribution) entry.content();
    }
}
