package health.vigil.store;

import health.vigil.grading.Attributions;
import health.vigil.grading.Grader;
import health.vigil.grading.Patient;
import health.vigil.grading.Policy;
import health.vigil.history.Checkpoint;
import health.vigil.history.Episode;
import health.vigil.history.FoldRequest;
import health.vigil.history.FoldStart;
import health.vigil.observation.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Loads the charts from which folds start, for many episodes at once.
@ApplicationScoped
public class ChartLoader {
    private final HospitalSettings hospital;

    public ChartLoader(HospitalSettings hospital) {
        this.hospital = hospital;
    }

    /// Loads the start of each fold.
    ///
    /// @param knownAt counts only what was received by then
    /// @param policy the policy to grade by
    public Map<UUID, FoldStart> of(Sql sql, List<FoldRequest> foldRequests, Instant knownAt, Policy policy) {
        var episodes = foldRequests.stream().map(FoldRequest::episode).toList();
        var entries = ClinicalEntries.of(
                sql, episodes.stream().map(Episode::numbers).distinct().toList(), knownAt);
        var baselines = Baselines.of(sql, episodes, knownAt);
        var checkpoints = Checkpoints.newest(sql, foldRequests, knownAt, policy.version());
        var standing = Observations.standing(
                sql,
                episodes.stream()
                        .filter(episode -> !checkpoints.containsKey(episode.id()))
                        .toList(),
                knownAt);
        var starts = new HashMap<UUID, FoldStart>();
        for (var episode : episodes) {
            var known = entries.getOrDefault(episode.numbers(), ClinicalEntries.NONE);
            var baseline = Optional.ofNullable(baselines.get(episode.id()))
                    .orElseThrow(() -> new IllegalStateException("An episode has no baseline"));
            var grader = grader(policy, episode, baseline, known);
            var from = Optional.ofNullable(checkpoints.get(episode.id()))
                    .orElseGet(() -> begin(grader, standing.getOrDefault(episode.id(), List.of())));
            starts.put(
                    episode.id(),
                    new FoldStart(
                            episode,
                            grader,
                            from.knownAlso(known.newest(), baseline.receivedAt(), episode.factsKnownAt())));
        }
        return starts;
    }

    private static Checkpoint begin(Grader grader, List<Observation> standing) {
        var received = standing.stream().map(Observation::receivedAt).toArray(Instant[]::new);
        return new Checkpoint(Instant.EPOCH, 0, grader.begin(standing)).knownAlso(received);
    }

    private Grader grader(Policy policy, Episode episode, Baselines.Version version, ClinicalEntries entries) {
        var patient = Patient.born(
                episode.birthDate(), episode.infusedAt(), hospital.timeZone(), version.baseline(), episode.further());
        return new Grader(
                policy, patient, new Attributions(entries.attributionsOf(episode), policy.attributionLimit()));
    }
}
