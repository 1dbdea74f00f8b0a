package health.vigil.api.fhir;

import java.util.List;
import java.util.Optional;

/// A page of results.
///
/// @param next the last result, if there are more
record FoundPage(List<FoundResource> found, Optional<SearchPlace> next) {
    FoundPage {
        found = List.copyOf(found);
    }

    /// The first results of a list that holds one more if there are more.
    static FoundPage of(List<FoundResource> results, int count) {
        var page = results.subList(0, Math.min(count, results.size()));
        return new FoundPage(
                page, results.size() > count ? Optional.of(page.getLast().place()) : Optional.empty());
    }
}
