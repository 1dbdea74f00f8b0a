package health.vigil.patient.episode;

import health.vigil.access.WardName;
import health.vigil.api.Visibility;
import health.vigil.store.EpisodePlaces;
import health.vigil.store.EpisodeRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Finds patients who share a bed according to their admissions: one of these admissions must be wrong.
@ApplicationScoped
class SharedBed {
    private final Visibility visible;

    SharedBed(Visibility visible) {
        this.visible = visible;
    }

    /// A sentence for each other patient in the bed of an active episode. A user may move a patient into a ward
    /// that they may not see; other patients there are not named to that user.
    /// Patients whose beds are not known share none.
    List<String> warnings(EpisodeRow episode) {
        if (episode.bed.equals(EpisodePlaces.UNKNOWN_BED)) {
            return List.of();
        }
        return EpisodeRow.<EpisodeRow>list(
                        "status = ?1 and function('ward_fold', ward) = ?2 and bed = ?3 and id <> ?4 order by patientId",
                        Status.ACTIVE.word(),
                        WardName.key(episode.ward),
                        episode.bed,
                        episode.id)
                .stream()
                .map(other -> "Bed " + episode.bed + " of " + episode.ward + " also holds "
                        + visible.name(other.patientId, other.ward))
                .toList();
    }
}
