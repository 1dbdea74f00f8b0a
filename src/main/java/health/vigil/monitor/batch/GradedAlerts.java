package health.vigil.monitor.batch;

import health.vigil.alert.AlertRules;
import health.vigil.alert.BedsideFacts;
import health.vigil.alert.Occurrence;
import health.vigil.history.Episode;
import health.vigil.observation.Numbers;
import health.vigil.store.ChartedFacts;
import health.vigil.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The alerts of regraded episodes. Facts beyond the grades are read only for alerts that mention them, with
/// one query for all episodes.
final class GradedAlerts {
    private final AlertRules rules;
    private final Instant now;

    GradedAlerts(AlertRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    record GradedOccurrence(Episode episode, Occurrence occurrence) {}

    Stream<GradedOccurrence> of(Sql sql, Collection<RegradedEpisode> regraded) {
        var found = new HashMap<RegradedEpisode, List<Occurrence>>();
        regraded.forEach(work -> found.put(work, rules.occurrences(work.news())));
        var asking = regraded.stream()
                .filter(work -> AlertRules.asksForFacts(found.getOrDefault(work, List.of())))
                .toList();
        var facts = facts(sql, asking, found);
        asking.forEach(work -> found.put(
                work, rules.occurrences(work.news().with(facts.getOrDefault(patient(work), BedsideFacts.NONE)))));
        return regraded.stream()
                .flatMap(work -> found.getOrDefault(work, List.of()).stream()
                        .map(occurrence -> new GradedOccurrence(work.request().episode(), occurrence)));
    }

    private Map<Numbers, BedsideFacts> facts(
            Sql sql, List<RegradedEpisode> asking, Map<RegradedEpisode, List<Occurrence>> found) {
        if (asking.isEmpty()) {
            return Map.of();
        }
        var earliest = asking.stream()
                .flatMap(work -> found.getOrDefault(work, List.of()).stream())
                .map(Occurrence::effectiveAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return ChartedFacts.of(sql, asking.stream().map(GradedAlerts::patient).collect(Collectors.toSet()), earliest);
    }

    private static Numbers patient(RegradedEpisode work) {
        return work.request().episode().numbers();
    }
}
