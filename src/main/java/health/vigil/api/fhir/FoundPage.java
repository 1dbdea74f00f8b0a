package health.vigil.api.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page of results.
///
/// @param next the last result, if there are more
/// @param horizon until when all changes were visible, if the results come in the order of their last changes
record FoundPage(List<FoundResource> found, Optional<SearchPlace> next, Optional<Instant> horizon) {
    FoundPage {
        found = List.copyOf(found);
    }

    FoundPage(List<FoundResource> found, Optional<SearchPlace> next) {
        this(found, next, Optional.empty());
    }

    FoundPage until(Instant last) {
        return new FoundPage(found, next, Optional.of(last));
    }

    /// The first results of a list that holds one more if there are more.
    static FoundPage of(List<FoundResource> results, int count) {
        var page = results.subList(0, Math.min(count, results.size()));
        return new FoundPage(
                page, results.size() > count ? Optional.of(page.getLast().place()) : Optional.empty());
    }
}
