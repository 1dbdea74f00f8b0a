package health.vigil.context;

import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import java.util.Optional;
import java.util.stream.Stream;

/// Until which day counts are read.
///
/// @param day the last day
/// @param over whether nothing more is to come
record FollowUp(int day, boolean over) {
    /// Early counts end with a death or the next therapy.
    static FollowUp early(Bedside bedside, int lastDay) {
        return until(bedside, lastDay, ended(bedside, DiseaseEvent.What.NEXT_THERAPY));
    }

    /// Late counts end with progression, too.
    static FollowUp late(Bedside bedside, int lastDay) {
        return until(bedside, lastDay, ended(bedside, DiseaseEvent.What.NEXT_THERAPY, DiseaseEvent.What.PROGRESSION));
    }

    private static FollowUp until(Bedside bedside, int lastDay, Optional<Integer> ended) {
        int end = Math.min(lastDay, ended.orElse(lastDay));
        int day = Math.min(end, bedside.day());
        return new FollowUp(day, day == end);
    }

    private static Optional<Integer> ended(Bedside bedside, DiseaseEvent.What... events) {
        var named = Stream.of(events).toList();
        var deaths = bedside.entries(Death.class).map(Entry::at);
        var others = bedside.entries(DiseaseEvent.class)
                .filter(entry -> named.contains(entry.content().what()))
                .map(Entry::at);
        return Stream.concat(deaths, others)
                .filter(at -> !at.isBefore(bedside.infusedAt()))
                .map(bedside.days()::of)
                .min(Integer::compare);
    }
}
