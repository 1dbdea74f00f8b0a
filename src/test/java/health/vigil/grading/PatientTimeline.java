package health.vigil.grading;

import health.vigil.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// The whole time of a random patient, from the infusion until every window has ended.
record PatientTimeline(InMemoryGrading grading, Grader grader, List<Observation> observations, Instant end) {
    private static final Duration AFTERWARDS = Duration.ofDays(3);
    private static final List<Duration> OFFSETS = List.of(
            Duration.ZERO,
            Duration.ofNanos(-1000),
            Duration.ofNanos(1000),
            Duration.ofMinutes(30),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24).plusNanos(1000),
            Duration.ofHours(48).plusNanos(1000));

    static PatientTimeline of(InMemoryGrading grading) {
        var end = grading.observations().stream()
                .map(Observation::effectiveAt)
                .max(Comparator.naturalOrder())
                .map(last -> Windows.later(last, grading.patient().infusedAt()).plus(AFTERWARDS))
                .orElseThrow();
        return new PatientTimeline(grading, grading.grader(Instant.MAX), grading.graded(end, Instant.MAX), end);
    }

    static PatientTimeline random(long seed) {
        return of(RecordedPatient.random(seed).knownInFull());
    }

    /// The chart just before the infusion.
    Chart begin() {
        return grading.begin(grader, Instant.MAX);
    }

    Progress whole() {
        return grader.advance(begin(), observations, end);
    }

    /// Folds from a chart to an instant.
    Progress advance(Chart chart, Instant until) {
        return grader.advance(
                chart,
                observations.stream()
                        .filter(observation -> observation.effectiveAt().isAfter(chart.asOf())
                                && !observation.effectiveAt().isAfter(until))
                        .toList(),
                until);
    }

    GradeReport report(Instant at) {
        return at.isBefore(grading.patient().infusedAt())
                ? grader.report(begin(), at)
                : grader.report(advance(begin(), at).chart(), at);
    }

    /// Some instants of this timeline, on and next to observations and to the ends of windows.
    NavigableSet<Instant> instants(SplittableRandom random, int count) {
        var instants = new TreeSet<Instant>();
        var begin = grading.patient().infusedAt();
        var anchors = new ArrayList<>(List.of(begin));
        observations.forEach(observation -> anchors.add(observation.effectiveAt()));
        for (int i = 0; i < count; i++) {
            var anchor = anchors.get(random.nextInt(anchors.size()));
            var instant = anchor.plus(OFFSETS.get(random.nextInt(OFFSETS.size())));
            if (!instant.isBefore(begin) && instant.isBefore(end)) {
                instants.add(instant);
            }
        }
        return instants;
    }

    /// The instants at which something was observed.
    NavigableSet<Instant> observed() {
        var observed = new TreeSet<Instant>();
        observations.forEach(observation -> observed.add(observation.effectiveAt()));
        return observed;
    }
}
