package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.patient.episode.StationView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The line of a patient: the journeys, and the stations that episodes without a journey were admitted with.
///
/// @param askedAs the requested number, if another one stands for the patient
/// @param unreadable the rows of journeys that cannot be read
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PatientLineView(
        String patientId,
        Optional<String> askedAs,
        List<JourneyView> journeys,
        List<JourneyRowView> unreadable,
        List<EpisodeLineView> episodes) {
    /// The stations of an episode, without identity and custody.
    record EpisodeLineView(UUID episodeId, List<StationView> stations) {}
}
