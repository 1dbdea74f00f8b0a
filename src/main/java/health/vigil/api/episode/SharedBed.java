package health.vigil.api.episode;

import health.vigil.access.WardName;
import health.vigil.store.EpisodeRow;
import java.util.List;

/// Patients who lie in one bed, as the admissions say: one of them is elsewhere.
final class SharedBed {
    private SharedBed() {}

    /// A sentence for each other patient in the bed of an active episode.
    static List<String> warnings(EpisodeRow episode) {
        return EpisodeRow.<EpisodeRow>list(
                        "status = ?1 and function('ward_fold', ward) = ?2 and bed = ?3 and id <> ?4 order by patientId",
                        Status.ACTIVE.word(),
                        WardName.key(episode.ward),
                        episode.bed,
                        episode.id)
                .stream()
                .map(other -> "Bed " + episode.bed + " of " + episode.ward + " also holds " + other.patientId)
                .toList();
    }
}
