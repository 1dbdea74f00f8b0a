package health.vigil.api.fhir;

import health.vigil.store.UpdateSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// When the results of a search were last changed. Nothing later than the horizon is found, because changes that are
/// dated before it may still be committed. The results come in the order of their last changes, the oldest first, so
/// what changes while a client reads page by page comes again later.
///
/// @param asked what the client wants
/// @param horizon all changes that are dated before it are visible
record UpdateBounds(DateBounds asked, Instant horizon) {
    private static final String SOURCE = "u";
    private static final Comparator<FoundResource> ORDER = Comparator.comparing(
                    (FoundResource found) -> found.place().at())
            .thenComparing(found -> found.place().id());

    Instant from() {
        return asked.from();
    }

    /// Exclusive.
    Instant until() {
        return asked.until().isBefore(horizon) ? asked.until() : horizon;
    }

    UpdateSpan span() {
        return new UpdateSpan(from(), until());
    }

    boolean allow(Instant at) {
        return asked.allow(at) && at.isBefore(horizon);
    }

    /// A page of a list that was read as a whole after the horizon.
    ///
    /// @param all in any order
    FoundPage page(List<FoundResource> all, Optional<SearchPlace> after, int count) {
        return FoundPage.of(
                        of(all).stream()
                                .filter(after.map(UpdateBounds::isAfter).orElse(_ -> true))
                                .sorted(ORDER)
                                .limit(count + 1L)
                                .toList(),
                        count)
                .until(horizon);
    }

    /// Those of a list that was read as a whole after the horizon that were changed within the bounds.
    List<FoundResource> of(List<FoundResource> all) {
        return all.stream()
                .map(UpdateBounds::placed)
                .filter(found -> allow(found.place().at()))
                .toList();
    }

    private static Predicate<FoundResource> isAfter(SearchPlace place) {
        return found -> found.place().at().isAfter(place.at())
                || (found.place().at().equals(place.at()) && found.place().id().compareTo(place.id()) > 0);
    }

    private static FoundResource placed(FoundResource found) {
        var at =
                Instant.parse(found.resource().getMeta().getLastUpdatedElement().getValueAsString());
        return new FoundResource(
                found.resource(),
                found.subject(),
                new SearchPlace(at, SOURCE, found.resource().getIdPart(), "", 0));
    }
}
