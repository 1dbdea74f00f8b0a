package health.vigil.monitor.batch;

import health.vigil.alert.Condition;
import health.vigil.alert.DoseLimits;
import health.vigil.alert.Occurrence;
import health.vigil.history.Episode;
import health.vigil.observation.Medication;
import health.vigil.observation.Observation;
import health.vigil.store.Doses;
import health.vigil.store.Sql;
import java.util.List;

/// The dose limits that an episode exceeds.
record DoseCheck(List<Occurrence> exceeded) {
    static DoseCheck of(Sql sql, DoseLimits limits, Episode episode) {
        return new DoseCheck(limits.exceeded(Doses.of(sql, episode, DoseLimits.DRUG), episode.weight()));
    }

    static boolean givesTocilizumab(List<Observation> observations) {
        return observations.stream()
                .anyMatch(observation -> observation.content() instanceof Medication medication
                        && DoseLimits.applyTo(medication.drug()));
    }

    /// Whether a condition is about a limit that is no longer exceeded.
    boolean cleared(String condition) {
        return condition.startsWith(Condition.DoseLimitExceeded.PREFIX)
                && exceeded.stream().noneMatch(found -> found.condition().key().equals(condition));
    }
}
