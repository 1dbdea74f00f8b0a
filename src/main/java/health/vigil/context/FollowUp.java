package health.vigil.context;

import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import java.util.Optional;
import java.util.stream.Stream;

/// Until which day counts are read.
///
/// @param day the last day
/// @param over whether no further counts are expected
record FollowUp(int day, boolean over) {
    /// For early counts: until death or the next therapy.
    static FollowUp early(PatientState patient, int lastDay) {
        return until(patient, lastDay, ended(patient, DiseaseEvent.What.NEXT_THERAPY));
    }

    /// For late counts: also until progression.
    static FollowUp late(PatientState patient, int lastDay) {
        return until(patient, lastDay, ended(patient, DiseaseEvent.What.NEXT_THERAPY, DiseaseEvent.What.PROGRESSION));
    }

    private static FollowUp until(PatientState patient, int lastDay, Optional<Integer> ended) {
        int end = Math.min(lastDay, ended.orElse(lastDay));
        int day = Math.min(end, patient.day());
        return new FollowUp(day, day == end);
    }

    private static Optional<Integer> ended(PatientState patient, DiseaseEvent.What... events) {
        var named = Stream.of(events).toList();
        var deaths = patient.entries(Death.class).map(ChartEntry::at);
        var others = patient.entries(DiseaseEvent.class)
                .filter(entry -> named.contains(entry.content().what()))
                .map(ChartEntry::at);
        return Stream.concat(deaths, others)
                .filter(at -> !at.isBefore(patient.infusedAt()))
                .map(patient.days()::of)
                .min(Integer::compare);
    }
}
