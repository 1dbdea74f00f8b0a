package health.vigil.patient.episode;

import health.vigil.context.DischargeReadiness;
import health.vigil.observation.PatientId;
import health.vigil.store.EpisodeRow;
import health.vigil.store.ReadinessQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names what is open when a patient goes home. It stops no discharge.
@ApplicationScoped
class DischargeWarnings {
    private final ReadinessQueries lists;

    DischargeWarnings(ReadinessQueries lists) {
        this.lists = lists;
    }

    /// The open lines at the time of a discharge that is not stored yet, and that a reason for them is missing.
    List<String> of(EpisodeRow episode, Discharge discharge) {
        if (episode.gradingUnavailable != null) {
            return List.of("The list before going home is not available, because automatic grading is not");
        }
        return lists.of(new PatientId(episode.patientId), Optional.of(discharge.at()), Optional.empty())
                .filter(found -> found.episode().id().equals(episode.id))
                .map(found -> of(found.readiness(), discharge))
                .orElse(List.of());
    }

    private static List<String> of(DischargeReadiness readiness, Discharge discharge) {
        var open = readiness.notMet();
        var warnings = new ArrayList<String>();
        open.forEach(finding -> warnings.add(finding.sentence()));
        if (discharge.note().isEmpty()
                && open.stream().anyMatch(finding -> finding.line().asksForReason())) {
            warnings.add("Open lines ask for a reason, and no note gives one");
        }
        return warnings;
    }
}
