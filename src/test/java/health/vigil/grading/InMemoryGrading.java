package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Retraction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Grades a patient from a list of all observations, like the store does from rows.
record InMemoryGrading(Policy policy, Patient patient, List<Observation> observations) {
    static final Comparator<Observation> IN_ORDER =
            Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id);

    /// The observations that are known at an instant: received by then, and not withdrawn by then.
    private List<Observation> known(Instant knownAt) {
        var received = observations.stream()
                .filter(observation -> !observation.receivedAt().isAfter(knownAt))
                .toList();
        var withdrawn = withdrawn(received);
        return received.stream()
                .filter(observation -> !withdrawn.contains(observation.id()))
                .sorted(IN_ORDER)
                .toList();
    }

    private static Set<ObservationId> withdrawn(List<Observation> received) {
        return received.stream()
                .flatMap(entry -> entry.content() instanceof Retraction(var target, var _)
                        ? Stream.of(target.observation()
                                .orElseGet(() -> target.of(entry.id().sender())))
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    Grader grader(Instant knownAt) {
        var attributions =
                known(knownAt).stream().filter(InMemoryGrading::attribution).toList();
        return new Grader(policy, patient, new Attributions(attributions, policy.attributionLimit()));
    }

    private static boolean attribution(Observation observation) {
        return observation.content() instanceof Attribution;
    }

    /// The chart just before the infusion, with the standing observations.
    Chart begin(Grader grader, Instant knownAt) {
        return grader.begin(known(knownAt).stream()
                .filter(observation -> observation.effectiveAt().isBefore(patient.infusedAt())
                        && Grader.mayStand(observation.content()))
                .filter(observation -> !observation.datedInTheFuture())
                .toList());
    }

    List<Observation> graded(Instant at, Instant knownAt) {
        Predicate<Observation> inTime =
                observation -> !observation.effectiveAt().isAfter(at)
                        && !observation.effectiveAt().isBefore(patient.infusedAt());
        return new ArrayList<>(known(knownAt).stream()
                .filter(inTime)
                .filter(observation -> !observation.datedInTheFuture())
                .toList());
    }

    GradeReport report(Instant at, Instant knownAt) {
        var grader = grader(knownAt);
        if (at.isBefore(patient.infusedAt())) {
            return grader.report(begin(grader, knownAt), at);
        }
        return grader.report(
                grader.advance(begin(grader, knownAt), graded(at, knownAt), at).chart(), at);
    }
}
